#!/usr/bin/python3
"""Compares where every glyph stands in the editions of one brochure: line and page breaks are the same in all.

check_editions.py SCREEN PRESS BOOKLET TRIM_WIDTH TRIM_HEIGHT PAPER_THICKNESS

In: the three PDFs; the trim and the thickness of the paper in millimetres. The booklet is bound on the left and flipped
on its short edge. Glyphs are traced by MuPDF's mutool, which knows nothing of our program. Out: the first glyphs that
stand elsewhere; nothing, and an end with 0, if there is none."""
import re
import subprocess
import sys

TOLERANCE = 0.02  # pt: PDFs are written to a thousandth, and a booklet's pages are moved twice
POINT = 72 / 25.4


def traced(file):
    """The pages: their size, and every glyph as (glyph, x, y), y downwards from the sheet's head."""
    out = subprocess.run(['mutool', 'trace', file], capture_output=True, text=True, check=True).stdout
    pages, matrix = [], None
    for line in out.split('\n'):
        if match := re.match(r'\s*<page number="\d+" mediabox="([^"]+)"', line):
            box = [float(n) for n in match[1].split()]
            pages.append((box[2] - box[0], box[3] - box[1], []))
        elif match := re.match(r'\s*<fill_text .*transform="([^"]+)"', line):
            matrix = [float(n) for n in match[1].split()]
        elif match := re.match(r'\s*<g unicode="[^"]*" glyph="(\d+)" x="([^"]+)" y="([^"]+)"', line):
            x, y = float(match[2]), float(match[3])
            a, b, c, d, e, f = matrix
            pages[-1][2].append((int(match[1]), a * x + c * y + e, b * x + d * y + f))
    return pages


def placed(glyphs, left, top, width, height):
    """The glyphs whose pen is on the page, as the page sees them."""
    return [(g, x - left, y - top) for g, x, y in glyphs
            if -TOLERANCE <= x - left <= width + TOLERANCE and -TOLERANCE <= y - top <= height + TOLERANCE]


def differences(name, expected, found):
    def order(glyph):
        return glyph[0], round(glyph[2]), round(glyph[1]), glyph[1]
    expected, found = sorted(expected, key=order), sorted(found, key=order)
    if len(expected) != len(found):
        yield f'{name}: {len(found)} glyphs, {len(expected)} on the screen'
        return
    rest = list(found)
    for glyph, x, y in expected:
        near = [g for g in rest[:64] if g[0] == glyph and abs(g[1] - x) <= TOLERANCE and abs(g[2] - y) <= TOLERANCE]
        if not near:
            yield f'{name}: glyph {glyph} at {x:.2f}, {y:.2f} on the screen is not there'
            return
        rest.remove(near[0])


def main():
    screen, press, booklet = (traced(file) for file in sys.argv[1:4])
    width, height, paper = (float(n) * POINT for n in sys.argv[4:7])
    pages = [placed(glyphs, 0, 0, width, height) for _, _, glyphs in screen]
    out = []
    if len(press) != len(pages) or len(booklet) * 2 != (len(pages) + 3) // 4 * 4:
        out.append(f'{len(pages)} pages on the screen, {len(press)} for the press, {len(booklet)} sides')
    for number, ((sheet_width, sheet_height, glyphs), page) in enumerate(zip(press, pages), 1):
        inside = placed(glyphs, (sheet_width - width) / 2, (sheet_height - height) / 2, width, height)
        out += differences(f'press, page {number}', page, inside)
    places = len(booklet) * 2
    for side, (sheet_width, sheet_height, glyphs) in enumerate(booklet):
        sheet, back = divmod(side, 2)
        left, right = (2 * sheet + 2, places - 2 * sheet - 1) if back else (places - 2 * sheet, 2 * sheet + 1)
        top, fold, creep = (sheet_height - height) / 2, sheet_width / 2, sheet * paper
        for number, corner in ((left, fold - width + creep), (right, fold - creep)):
            half = [g for g in glyphs if (g[1] < fold) == (number == left)]
            if number <= len(pages):
                out += differences(f'booklet, page {number}', pages[number - 1],
                                   placed(half, corner, top, width, height))
    if not any(pages):
        out.append('there are no glyphs')
    print('\n'.join(out[:20]))
    return 1 if out else 0


if __name__ == '__main__':
    sys.exit(main())
