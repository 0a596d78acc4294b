#!/usr/bin/python3
"""Looks into a finished PDF with pikepdf; needs Debian's python3-pikepdf.

check_pdf.py links|outline|metadata|boxes|glyphs|syntax PDF

links      every link leads to a destination that exists, or to an address; every link has words for it (Contents)
outline    the outline has the headings of the structure tree, in their order, each leading to its heading's page
metadata   the XMP packet says the same as the Info dictionary
boxes      every page has a TrimBox inside its MediaBox, and nothing turned or cropped
glyphs     no text shows glyph 0 (.notdef) of its font
syntax     every line has a width, every dash pattern a length, every date is one

Prints what is wrong; prints nothing and ends with 0 if all is well."""
import datetime
import re
import subprocess
import sys
import xml.etree.ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name


def kids(node):
    below = node.get('/K', Array())
    return list(below) if isinstance(below, Array) else [below]


def named_destinations(pdf):
    found = {}

    def walk(node):
        names = node.get('/Names', Array())
        for at in range(0, len(names), 2):
            found[str(names[at])] = names[at + 1]
        for below in node.get('/Kids', Array()):
            walk(below)

    if '/Names' in pdf.Root and '/Dests' in pdf.Root.Names:
        walk(pdf.Root.Names.Dests)
    for name, target in pdf.Root.get('/Dests', Dictionary()).items():
        found[name[1:]] = target
    return found


def check_names(pdf):
    """ISO 32000-1, 7.9.6: the keys of a name tree are sorted, each once, inside the limits of their node."""
    trees = pdf.Root.get('/Names', Dictionary())
    for kind, tree in trees.items():
        keys = []

        def walk(node):
            own = [bytes(key) for key in list(node.get('/Names', Array()))[::2]]
            keys.extend(own)
            limits = node.get('/Limits')
            if limits is not None and own and [bytes(end) for end in limits] != [own[0], own[-1]]:
                yield f'{kind}: limits {limits} around {own[0]} to {own[-1]}'
            for below in node.get('/Kids', Array()):
                yield from walk(below)

        yield from walk(tree)
        for before, key in zip(keys, keys[1:]):
            if before >= key:
                yield f'{kind}: {key} follows {before}'
        if not keys:
            yield f'{kind} is empty'


def page_of(pdf, target):
    """The page number of a destination; None if it leads nowhere."""
    if isinstance(target, (pikepdf.String, Name)):
        target = named_destinations(pdf).get(str(target).lstrip('/'))
    if isinstance(target, Dictionary):
        target = target.get('/D')
    if not isinstance(target, Array) or len(target) < 2:
        return None
    for number, page in enumerate(pdf.pages, 1):
        if page.objgen == target[0].objgen:
            return number
    return None


def target_of(holder):
    action = holder.get('/A')
    if action is not None and action.get('/S') == Name.GoTo:
        return action.get('/D')
    return holder.get('/Dest')


def check_links(pdf):
    count = 0
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.get('/Annots', Array()):
            if annotation.get('/Subtype') != Name.Link:
                yield f"page {number}: an annotation {annotation.get('/Subtype')}"
                continue
            count += 1
            words = str(annotation.get('/Contents', ''))
            if not words.strip():
                yield f'page {number}: a link without Contents'
            left, bottom, right, top = (float(side) for side in annotation.Rect)
            box = [float(side) for side in page.mediabox]
            if not (box[0] <= left < right <= box[2] and box[1] <= bottom < top <= box[3]):
                yield f"page {number}: the link '{words}' lies at {[left, bottom, right, top]}"
            action = annotation.get('/A')
            if action is not None and action.get('/S') == Name.URI:
                if not re.match(r'(https?://|mailto:|tel:)\S+$', str(action.URI)):
                    yield f"page {number}: the address '{action.URI}'"
            elif page_of(pdf, target_of(annotation)) is None:
                yield f"page {number}: the link '{words}' leads nowhere"
    if count == 0:
        yield 'there is no link'


def headings(pdf):
    """(level, page) of each heading in the structure tree."""
    found = []

    def walk(node, page):
        page = node.get('/Pg', page)
        match = re.fullmatch(r'/H([1-6])', str(node.get('/S', '')))
        if match:
            where = page
            for kid in kids(node):
                if isinstance(kid, Dictionary) and kid.get('/Type') == Name.MCR:
                    where = kid.get('/Pg', where)
                    break
                if isinstance(kid, int):
                    break
            number = next((n for n, p in enumerate(pdf.pages, 1) if where is not None and p.objgen == where.objgen), 0)
            found.append((int(match[1]), number))
        for kid in kids(node):
            if isinstance(kid, Dictionary) and '/S' in kid:
                walk(kid, page)

    for top in kids(pdf.Root.StructTreeRoot):
        walk(top, None)
    return found


def check_outline(pdf):
    entries = []

    def walk(item, level):
        while item is not None:
            entries.append((level, str(item.Title), page_of(pdf, target_of(item))))
            if '/First' in item:
                walk(item.First, level + 1)
            item = item.get('/Next')

    walk(pdf.Root.Outlines.get('/First'), 2)
    titles = [words for _, words in heading_words(pdf)]
    levels = headings(pdf)
    if len(titles) != len(levels):
        yield f'{len(titles)} headings have words, {len(levels)} are there'
        return
    body = [(level, title, page) for (level, page), title in zip(levels, titles) if level > 1]
    # An outline may stop at a depth, may begin with the title, and need not name the pages that close a brochure:
    # those for notes, and the back cover.
    entries = [entry for entry in entries if entry[1] != titles[0]]
    depth = max(level for level, _, _ in entries)
    wanted = [entry for entry in body if entry[0] <= depth]
    for entry in wanted:
        if entry not in entries and entry not in wanted[-2:]:
            yield f'not in the outline: {entry}'
    for entry in entries:
        if entry not in wanted:
            yield f'in the outline alone: {entry}'
    if [entry for entry in wanted if entry in entries] != entries:
        yield 'the outline has another order than the headings'


def heading_words(pdf):
    """(level, words) of the headings as a reader of the structure tree gets them."""
    lines = subprocess.run(['pdfinfo', '-struct-text', pdf.filename], check=True,
                           capture_output=True).stdout.decode('utf-8').split('\n')
    found = []
    for line in lines:
        content = line.strip()
        match = re.match(r'H([1-6])\b', content)
        if match:
            found.append([int(match[1]), '', len(line) - len(line.lstrip())])
        elif found and content.startswith('"') and len(line) - len(line.lstrip()) > found[-1][2]:
            found[-1][1] += line.lstrip()[1:].rstrip('\n').removesuffix('"')
        elif content and found and len(line) - len(line.lstrip()) <= found[-1][2]:
            found[-1][2] = 10 ** 6
    return [(level, re.sub(r'[\s\u00a0]+', ' ', words.replace('\u00ad', '')).strip()) for level, words, _ in found]


def check_metadata(pdf):
    rdf = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
    raw = bytes(pdf.Root.Metadata.read_bytes())
    tree = xml.etree.ElementTree.fromstring(re.sub(rb'<\?xpacket.*?\?>', b'', raw).strip())

    def value(namespace, name):
        for description in tree.iter(f'{rdf}Description'):
            if f'{{{namespace}}}{name}' in description.attrib:
                return description.attrib[f'{{{namespace}}}{name}']
            for element in description.iter(f'{{{namespace}}}{name}'):
                items = [item.text for item in element.iter(f'{rdf}li')]
                return ', '.join(items) if items else (element.text or '').strip()
        return None

    def moment(text):
        digits = re.sub(r'\D', '', str(text).split('+')[0].rstrip('Z'))
        return digits[:14].ljust(14, '0')

    dc, xmp, adobe = 'http://purl.org/dc/elements/1.1/', 'http://ns.adobe.com/xap/1.0/', 'http://ns.adobe.com/pdf/1.3/'
    info = pdf.docinfo
    for key, own in (('/Title', value(dc, 'title')), ('/Author', value(dc, 'creator')),
                     ('/Subject', value(dc, 'description')), ('/Producer', value(adobe, 'Producer')),
                     ('/Keywords', value(adobe, 'Keywords')), ('/Creator', value(xmp, 'CreatorTool'))):
        if key in info and str(info[key]) != own:
            yield f"Info says {key} '{info[key]}', XMP says '{own}'"
        if key not in info and own:
            yield f"XMP says {key} '{own}', Info says nothing"
    for key, own in (('/CreationDate', value(xmp, 'CreateDate')), ('/ModDate', value(xmp, 'ModifyDate'))):
        if key not in info or own is None or moment(info[key]) != moment(own):
            yield f"Info says {key} '{info.get(key)}', XMP says '{own}'"
    if not value(dc, 'title'):
        yield 'there is no title'
    language = str(pdf.Root.get('/Lang', ''))
    if value(dc, 'language') not in (None, language):
        yield f"the catalog's language is '{language}', XMP says '{value(dc, 'language')}'"


def check_boxes(pdf):
    for number, page in enumerate(pdf.pages, 1):
        media = [float(side) for side in page.mediabox]
        if '/TrimBox' not in page:
            yield f'page {number}: no TrimBox'
            continue
        trim = [float(side) for side in page.trimbox]
        if not (media[0] <= trim[0] < trim[2] <= media[2] and media[1] <= trim[1] < trim[3] <= media[3]):
            yield f'page {number}: TrimBox {trim} is not inside MediaBox {media}'
        if page.get('/Rotate', 0) != 0:
            yield f'page {number}: turned by {page.Rotate}'
        if page.get('/UserUnit', 1) != 1:
            yield f'page {number}: UserUnit {page.UserUnit}'
        if trim != [float(side) for side in pdf.pages[0].trimbox]:
            yield f'page {number}: TrimBox {trim} differs from the first page'


def check_glyphs(pdf):
    shown = 0

    def glyph_of(font):
        """From two bytes to a glyph's number."""
        below = font.DescendantFonts[0]
        turned = below.get('/CIDToGIDMap')
        turned = turned.read_bytes() if isinstance(turned, pikepdf.Stream) else None

        def glyph(code):
            if turned is None:
                return code
            return turned[2 * code] << 8 | turned[2 * code + 1] if 2 * code + 1 < len(turned) else 0
        return glyph

    def walk(where, holder, resources):
        nonlocal shown
        two_bytes, glyph = False, None
        for operands, operator in pikepdf.parse_content_stream(holder):
            name = str(operator)
            if name == 'Tf':
                font = resources.Font[str(operands[0])]
                two_bytes = font.get('/Subtype') == Name.Type0
                glyph = glyph_of(font) if two_bytes else None
            elif name == 'Do':
                form = resources.XObject[str(operands[0])]
                if form.get('/Subtype') == Name.Form:
                    yield from walk(where, form, form.get('/Resources', resources))
            elif name in ('Tj', 'TJ', "'", '"'):
                texts = operands[-1] if name == 'TJ' else [operands[-1]]
                for text in texts:
                    if not isinstance(text, pikepdf.String):
                        continue
                    codes = bytes(text)
                    shown += len(codes)
                    if two_bytes and (len(codes) % 2 or any(glyph(codes[at] << 8 | codes[at + 1]) == 0
                                                            for at in range(0, len(codes), 2))):
                        yield f'{where}: .notdef is shown'

    for number, page in enumerate(pdf.pages, 1):
        yield from walk(f'page {number}', page, page.Resources)
    if shown == 0:
        yield 'there is no text'


def check_syntax(pdf):
    """ISO 32000-1: 8.4.3.2 (0 w is the thinnest line of a device), 8.4.3.6 (dashes), 7.9.4 (dates)."""
    def walk(where, holder, resources):
        for operands, operator in pikepdf.parse_content_stream(holder):
            name = str(operator)
            if name == 'w' and float(operands[0]) <= 0:
                yield f'{where}: a line as thin as the device can draw'
            elif name == 'd':
                dashes, phase = [float(dash) for dash in operands[0]], float(operands[1])
                if dashes and (min(dashes) < 0 or sum(dashes) <= 0) or phase < 0:
                    yield f'{where}: the dashes {dashes} {phase}'
            elif name == 'Do':
                form = resources.XObject[str(operands[0])]
                if form.get('/Subtype') == Name.Form:
                    yield from walk(where, form, form.get('/Resources', resources))

    for number, page in enumerate(pdf.pages, 1):
        yield from walk(f'page {number}', page, page.Resources)
    for key in ('/CreationDate', '/ModDate'):
        match = re.fullmatch(r"D:(\d{14})(Z|[+-]\d\d'\d\d'?)", str(pdf.docinfo.get(key, '')))
        try:
            datetime.datetime.strptime(match[1], '%Y%m%d%H%M%S')
        except (TypeError, ValueError):
            yield f"{key} is '{pdf.docinfo.get(key)}'"


if __name__ == '__main__':
    checks = {'links': check_links, 'outline': check_outline, 'metadata': check_metadata, 'boxes': check_boxes,
              'glyphs': check_glyphs, 'names': check_names, 'syntax': check_syntax}
    with pikepdf.open(sys.argv[2]) as pdf:
        problems = list(checks[sys.argv[1]](pdf))
    print('\n'.join(problems), end='\n' if problems else '')
    sys.exit(1 if problems else 0)
