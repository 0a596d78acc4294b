#!/usr/bin/python3
"""Measures where the words of a finished PDF stand; needs mutool.

check_geometry.py trim|measure|grid PDF PROJECT DATA BROCHURE LANGUAGE LAYOUT

trim      every letter lies on the page
measure   every line of body text lies between the margins: the inner one at the fold, the outer one outside; points
          and quotation marks may hang out where the layout wants it
grid      every line of body text stands on the baseline grid, so that the lines of facing pages, and of both sides of
          a sheet, stand at the same height

Body text is what is set in the body's size and its most usual face, from the body's first heading to the page before
the back cover. Prints what is wrong; prints nothing and ends with 0 if all is well."""
import collections
import dataclasses
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree

import expected_words

POINTS = {'pt': 1, 'mm': 72 / 25.4, 'cm': 72 / 2.54, 'in': 72}
TOLERANCE = 0.05  # pt: what rounding in the PDF may move


@dataclasses.dataclass
class Line:
    page: int
    size: float
    face: str
    left: float
    right: float
    baseline: float  # from the top of the page
    text: str


def points(length):
    number, unit = length.split()
    return float(number) * POINTS[unit]


def text_style(layout, name):
    style = layout['text'][name]
    return expected_words.merged(text_style(layout, style['based_on']), style) if 'based_on' in style else style


class Pages:
    def __init__(self, pdf):
        stext = subprocess.run(['mutool', 'draw', '-q', '-F', 'stext', pdf], check=True,
                               capture_output=True).stdout.decode('utf-8')
        # Characters that XML forbids have no business in a brochure.
        tree = xml.etree.ElementTree.fromstring(stext)
        self.lines, self.sizes, self.outside = [], [], []
        for number, page in enumerate(tree.iter('page'), 1):
            width, height = float(page.get('width')), float(page.get('height'))
            self.sizes.append((width, height))
            for line in page.iter('line'):
                self.add(number, line, width, height)

    def add(self, number, line, width, height):
        for font in line.iter('font'):
            letters = [letter for letter in font.iter('char') if letter.get('c').strip()]
            if not letters:
                continue
            quads = [[float(side) for side in letter.get('quad').split()] for letter in letters]
            left, right = min(min(q[0::2]) for q in quads), max(max(q[0::2]) for q in quads)
            top, bottom = min(min(q[1::2]) for q in quads), max(max(q[1::2]) for q in quads)
            text = ''.join(letter.get('c') for letter in letters)
            if '\u00ad' in text:  # MuPDF puts the rest of a broken word behind its hyphen
                text = text[:text.index('\u00ad') + 1]
                right = quads[len(text) - 1][2]
            # The name may be cut or have the tag of a subset before it.
            face = font.get('name').split('+')[-1]
            self.lines.append(Line(number, float(font.get('size')), face, left, right, float(letters[0].get('y')), text))
            if left < -TOLERANCE or right > width + TOLERANCE or top < -TOLERANCE or bottom > height + TOLERANCE:
                self.outside.append(self.lines[-1])


class Body:
    """The lines of body text, and the measures of the layout."""

    def __init__(self, brochure, pages):
        layout = brochure.layout
        brochure.read()
        self.layout = layout
        self.size = points(text_style(layout, 'body')['size'])
        title_size = points(text_style(layout, layout['heading']['2']['text'])['size'])
        opening = re.sub(r'\W', '', next(text for level, text in brochure.headings if level == 2))[:12]
        first = min((line.page for line in pages.lines if abs(line.size - title_size) < 0.1 and
                     re.sub(r'\W', '', line.text).startswith(opening[:len(line.text)])), default=1)
        # Letters may be set a little wider or narrower, which changes their size by half as much.
        near = [line for line in pages.lines
                if abs(line.size / self.size - 1) < 0.02 and first <= line.page < len(pages.sizes)]
        self.face = collections.Counter(line.face for line in near).most_common(1)[0][0]
        self.lines = [line for line in near if line.face == self.face]


def check_trim(brochure, pages):
    for line in pages.outside:
        yield f"page {line.page}: '{line.text}' at {line.left:.2f} to {line.right:.2f}, {line.baseline:.2f}"


def check_measure(brochure, pages):
    body = Body(brochure, pages)
    geometry = body.layout['page']
    inner, outer = points(geometry['inner_margin']), points(geometry['outer_margin'])
    styles = [body.layout['line_breaking']] + [text_style(body.layout, name).get('line_breaking', {})
                                               for name in body.layout['text']]
    hanging = any(style.get('hanging_punctuation') for style in styles)
    for line in body.lines:
        recto = (line.page % 2 == 1) != brochure.language['right_to_left']
        width = pages.sizes[line.page - 1][0]
        left, right = (inner, width - outer) if recto else (outer, width - inner)
        # Points and quotation marks may hang out whole; of letters, slanted ones such as W by a tenth of an em.
        out_left, out_right = (body.size * (1 if re.match(r'\W', end) else 0.1) if hanging else 0
                               for end in (line.text[0], line.text[-1]))
        # Half of a full-width mark is white, and that half may stand outside.
        if unicodedata.east_asian_width(line.text[0]) in 'WF' and not line.text[0].isalnum():
            out_left = body.size * 0.6
        if unicodedata.east_asian_width(line.text[-1]) in 'WF' and not line.text[-1].isalnum():
            out_right = body.size * 0.6
        if line.left < left - out_left - TOLERANCE or line.right > right + out_right + TOLERANCE:
            yield (f"page {line.page}: '{line.text}' reaches from {line.left:.2f} to {line.right:.2f}, "
                   f"the measure from {left:.2f} to {right:.2f}")


def off_grid(line, origin, step):
    lines_down = (line.baseline - origin) / step
    return abs(lines_down - round(lines_down)) * step > TOLERANCE


def check_grid(brochure, pages):
    body = Body(brochure, pages)
    geometry = body.layout['page']
    # The texts of tables, notes and of what stands behind the body may be as large, and stand on lines of their own.
    def plain(text):
        return expected_words.plain(text).replace(' ', '')
    blocks = brochure.read()
    ends = next((i for i, block in enumerate(blocks) if block.kind == 'reference'), len(blocks))
    own = plain(' '.join(block.text for block in blocks[:ends] if block.kind == 'paragraph'))
    others = plain(' '.join(block.text for i, block in enumerate(blocks)
                            if i >= ends or block.kind in ('cell', 'note')))
    body.lines = [line for line in body.lines if plain(line.text) in own and plain(line.text) not in others]
    # Copyfitting may give every page a line more or fewer: then all stand closer or wider.
    origin = points(geometry['top_margin']) + points(geometry['first_baseline'])
    height = points(geometry['baseline']) * geometry['lines']
    more = body.layout.get('copyfitting', {}).get('leading_lines', 0)
    steps = [height / (geometry['lines'] + by) for by in range(-more, more + 1)]
    step = min(steps, key=lambda step: sum(off_grid(line, origin, step) for line in body.lines))
    if len(body.lines) < 50:
        yield f'only {len(body.lines)} lines of body text were found'
    for line in body.lines:
        lines_down = (line.baseline - origin) / step
        if off_grid(line, origin, step):
            yield f"page {line.page}: '{line.text}' stands {lines_down:.3f} lines below the first baseline"
        elif not 0 <= round(lines_down) < round(height / step):
            yield f"page {line.page}: '{line.text}' stands outside the type area, on line {round(lines_down) + 1}"


if __name__ == '__main__':
    checks = {'trim': check_trim, 'measure': check_measure, 'grid': check_grid}
    problems = list(checks[sys.argv[1]](expected_words.Brochure(*sys.argv[3:8]), Pages(sys.argv[2])))
    print('\n'.join(problems), end='\n' if problems else '')
    sys.exit(1 if problems else 0)
