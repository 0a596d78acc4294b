#!/usr/bin/python3
"""Compares the words of a finished PDF with those that expected_words.py works out from the content.

check_words.py structure|paper|plain PDF PROJECT DATA BROCHURE LANGUAGE LAYOUT

structure   the words of the structure tree (pdfinfo -struct-text) are the expected ones, in document order
paper       of a language written from the left: the words of the pages (pdftotext -raw) are the expected ones: every block whole and in order, but for
            page breaks, and figures and notes that wait for their place; nothing lost, nothing twice
            of a language written from the right: pdftotext without options finds the words, each as often as it should;
            in such a text every letter is a string of its own, which -raw would put on a line of its own
plain       pdftotext without options finds the same words as with -raw, each as often

Prints what differs; prints nothing and ends with 0 if all is well."""
import collections
import difflib
import re
import subprocess
import sys
import unicodedata

import expected_words
from expected_words import PAGE, plain

MOVABLE = ('drawing', 'caption', 'note')


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode('utf-8')


def same(expected, found):
    if PAGE not in expected:
        return expected == found
    return re.fullmatch(re.escape(expected).replace(re.escape(PAGE), r'\d+'), found) is not None


# ---- The structure tree

def structure_words(pdf):
    """The tree's words; blocks end words, inline elements do not."""
    text = ''
    for line in output_of('pdfinfo', '-struct-text', pdf).split('\n'):
        content = line.strip()
        if len(content) >= 2 and content[0] == content[-1] == '"':
            text += line.lstrip(' ')[1:-1]
        elif re.match(r'[A-Z]\w*', content) and not content.startswith('Object '):
            if '(inline)' not in content or content.startswith('Note'):
                text += '\n'
        elif content and content[0] not in '/"O':
            text += content
    return plain(text).split(' ')


def check_structure(brochure, pdf):
    blocks, found = brochure.read(), structure_words(pdf)
    # There is a page for notes only where pages are left over.
    readings = [[word for block in blocks if block.kind not in without for word in block.text.split(' ')]
                for without in ((), ('notes_page',))]
    if any(len(found) == len(words) and all(map(same, words, found)) for words in readings):
        return
    expected = min(readings, key=lambda words: abs(len(words) - len(found)))
    alike = [[re.sub(r'\d+', PAGE, word) for word in words] for words in (expected, found)]
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *alike, autojunk=False).get_opcodes():
        if kind != 'equal' or not all(map(same, expected[a:b], found[c:d])):
            yield (f"after '{' '.join(expected[max(0, a - 6):a])}': expected '{' '.join(expected[a:b])}', "
                   f"found '{' '.join(found[c:d])}'".replace(PAGE, '#'))


# ---- The pages

CODE = re.compile(r'\b[0-9A-Z]{4}-[0-9A-Z]{4}\b')  # of the edition, at the foot of every page


class Paper:
    """The words of all pages in the order of their drawing, without running heads and repeated table heads."""

    def __init__(self, brochure, blocks, pdf):
        self.words, self.page_starts, self.problems = [], [], []
        self.ends_line = []  # by word
        pages = [[plain(line).split() for line in page.split('\n')]
                 for page in output_of('pdftotext', '-raw', pdf, '-').split('\f')[:-1]]
        heads = self.heads(brochure)
        tables = table_heads(blocks)
        self.take_codes(pages)
        titles = {block.text for block in blocks if block.cell and block.cell[1] > 0 and block.cell[2] == 0}
        continued = re.escape(plain(brochure.label('continued', title='\0'))).replace('\0', '(.+)')
        for number, lines in enumerate(pages, 1):
            page = [word for line in lines for word in line]
            ends = [at == len(line) for line in lines for at in range(1, len(line) + 1)]
            if 1 < number < len(pages):
                page = self.without_running_head(page, number, heads[number % 2])
            page = self.without_repeated_head(page, continued, tables)
            page = self.without_repeated_title(page, continued, titles)
            self.page_starts.append(len(self.words))
            self.words += page
            self.ends_line += ends[len(ends) - len(page):]
        self.page_starts.append(len(self.words))
        self.used = [False] * len(self.words)

    def take_codes(self, pages):
        """The code of the edition stands on every page, once, and is the same on all."""
        codes = set()
        for number, lines in enumerate(pages, 1):
            found = [word for line in lines for word in line if CODE.fullmatch(word)]
            if len(found) != 1:
                self.problems.append(f"page {number} has not one code of its edition: {found}")
            codes.update(found)
            for line in lines:
                line[:] = [word for word in line if word not in found]
        if len(codes) > 1:
            self.problems.append(f"not one code on all pages: {sorted(codes)}")

    @staticmethod
    def heads(brochure):
        title = plain(brochure.front['title'])
        labels = [brochure.label(key) for key in ('contents', 'key_messages', 'glossary', 'sources', 'image_credits',
                                                  'disclaimer', 'notes')]
        parts = [plain(text) for level, text in brochure.headings if level == 2] + [plain(label) for label in labels]
        of_kind = {'none': [''], 'part_title': parts, 'brochure_title': [title]}
        style = brochure.layout['running_head']
        return [of_kind[style['verso']], of_kind[style['recto']]]

    def without_running_head(self, page, number, heads):
        for head in sorted(heads, key=len, reverse=True):
            words = head.split()
            for furniture in (words + [str(number)], [str(number)] + words):
                if page[:len(furniture)] == furniture:
                    return page[len(furniture):]
        # A head that is too long for its line ends in an ellipsis.
        for length in range(1, 20):
            cut = next((words for words in (page[:length], page[1:length + 1]) if words and words[-1].endswith('…') and
                        str(number) in (page[0], *page[length:length + 1])), None)
            if cut and any(head.startswith(' '.join(cut)[:-1]) for head in heads):
                return page[length + 1:]
        self.problems.append(f"page {number} does not begin with its running head and number: {' '.join(page[:12])}")
        return page

    def without_repeated_head(self, page, continued, tables):
        for head in tables:
            for length in range(2, 12):
                match = re.fullmatch(continued, ' '.join(page[:length]))
                if match and ' '.join(head).startswith(match[1]) and page[length:length + len(head)] == head:
                    return page[length + len(head):]
        return page

    @staticmethod
    def without_repeated_title(page, continued, titles):
        """A card that goes on has its title again."""
        for length in range(2, 20):
            match = re.fullmatch(continued, ' '.join(page[:length]))
            if match and match[1] in titles:
                return page[length:]
        return page

    def page_of(self, at):
        return next(i for i, start in enumerate(self.page_starts[1:]) if at < start)

    def match(self, words, at, gaps):
        """Where the words stand, if they begin at `at`. Without gaps they follow each other, or go on where the next
        page begins; with gaps, a figure or a note may stand between the page's last words and the next page's first."""
        places = []
        while words:
            if at >= len(self.words):
                return None
            run = 0
            end = self.page_starts[self.page_of(at) + 1]
            while run < len(words) and at + run < end and not self.used[at + run]:
                joined = self.joined(words[run], at + run)
                if joined == 0:
                    break
                if joined > 1:
                    places += range(at, at + run + joined)
                    return self.rest(words[run + 1:], at + run + joined, places, gaps)
                run += 1
            places += range(at, at + run)
            words = words[run:]
            at += run
            if words and (run == 0 or at < end and not gaps):
                return None
            if words:
                return self.rest(words, end, places, gaps)
        return places

    def joined(self, word, at):
        """How many found words make up the expected one; 0 if they do not. A word may be in two at a line's end where
        it has a hyphen, a slash or a bracket of its own."""
        if same(word, self.words[at]):
            return 1
        count, text = 1, self.words[at]
        while (word.startswith(text) and text[-1] in '/-]' and self.ends_line[at + count - 1] and
               at + count < len(self.words)):
            text += self.words[at + count]
            count += 1
            if text == word:
                return count
        return 0

    def rest(self, words, at, places, gaps):
        if not words:
            return places
        for start in range(at, min(at + 400, len(self.words)) if gaps else min(at + 1, len(self.words))):
            if not self.used[start] and self.joined(words[0], start):
                more = self.match(words, start, gaps)
                if more is not None:
                    return places + more
        return None

    def take(self, block, start):
        """Where the block's words stand; they are nobody else's from now on."""
        words = block.text.split(' ')
        soon = self.page_starts[min(self.page_of(start) + 3, len(self.page_starts) - 1)]
        for gaps, end in ((False, soon), (True, len(self.words))):
            for at in range(start, end):
                if self.used[at] or not self.joined(words[0], at):
                    continue
                places = self.match(words, at, gaps)
                if places is not None:
                    for place in places:
                        self.used[place] = True
                    return places
        return None

    def take_repeated_names(self, blocks, places):
        """A row that is torn at a page's end has its name, the first words of its first cell, on the next page again;
        also if all that goes on there is the end of a word, which is read with its beginning."""
        rows = {}
        for i, block in enumerate(blocks):
            if block.cell and block.cell[1] > 0 and i in places:
                rows.setdefault(block.cell[:2], []).append(i)
        for cells in rows.values():
            name = next((blocks[i].text.split(' ') for i in cells if blocks[i].cell[2] == 0), None)
            stand = [place for i in cells for place in places[i]]
            for top in self.page_starts[1:-1]:
                end = top + len(name or [])
                if (name and min(stand) < top <= max(stand) + 1 and self.words[top:end] == name and
                        not any(self.used[top:end])):
                    self.used[top:end] = [True] * len(name)


def table_heads(blocks):
    """Runs of cells that may be heads: the first two or three cells of each table."""
    heads = []
    for i, block in enumerate(blocks):
        if block.cell and (i == 0 or not blocks[i - 1].cell or blocks[i - 1].cell[0] != block.cell[0]):
            for count in (1, 2, 3, 4, 5):
                cells = blocks[i:i + count]
                if all(cell.kind == 'cell' for cell in cells):
                    heads.append([word for cell in cells for word in cell.text.split(' ')])
    return sorted(heads, key=len, reverse=True)


def as_set(blocks, words):
    """The blocks with the cells of every table that is set as cards in the order of cards: under a title each, and
    with the head's words above every cell. A table is columns if its head is found whole before its first row."""
    text = f" {' '.join(words)} "
    tables = {}
    for block in blocks:
        if block.cell:
            tables.setdefault(block.cell[0], []).append(block)
    out, done = [], set()
    for block in blocks:
        table = block.cell and block.cell[0]
        if table in done:
            continue
        if not block.cell:
            out.append(block)
            continue
        done.add(table)
        cells = tables[table]
        head = {cell.cell[2]: cell for cell in cells if cell.cell[1] == 0}
        first = next((cell for cell in cells if cell.cell[1] == 1 and cell.text), None)
        start = ' '.join([cell.text for cell in head.values()] + ([first.text] if first else []))
        out += cells if f' {start} ' in text else as_cards(cells, head)
    return out


def as_cards(cells, head):
    out, last = [], None
    for cell in cells:
        _, row, column = cell.cell
        if row == 0:
            continue
        if (row, column) != last and column in head:
            out.append(head[column])
        out.append(cell)
        last = (row, column)
    return out


def mixed_cells(blocks, places, paper):
    """Neighbours in a row of which the first has not said all that it says on a page when the second begins there."""
    cells = [i for i, block in enumerate(blocks) if block.cell and i in places]
    for i, j in zip(cells, cells[1:]):
        if blocks[i].cell[:2] != blocks[j].cell[:2]:
            continue
        for page in {paper.page_of(place) for place in places[i]}:
            first, second = ([at for at in places[k] if paper.page_of(at) == page] for k in (i, j))
            if second and max(first) > min(second):
                yield blocks[i], blocks[j]


def check_paper(brochure, pdf):
    blocks = brochure.read()
    paper = Paper(brochure, blocks, pdf)
    blocks = as_set(blocks, paper.words)
    yield from paper.problems
    # Whole blocks in the text's order first; what may wait for another place comes after, and must fill the gaps.
    at, places, row, row_at = 0, {}, None, 0
    for i, block in enumerate(blocks):
        if block.kind in MOVABLE:
            continue
        # A torn row's cells all begin on its first page, wherever the cell before ends.
        if not block.cell or block.cell[:2] != row:
            row, row_at = block.cell and block.cell[:2], at
        stand = paper.take(block, row_at)
        if stand is None:
            if block.kind != 'notes_page':
                yield f"{block.kind} not found in its place: '{block.text}'"
            continue
        places[i], at = stand, max(stand[0], at)
    starts = {i: stand[0] for i, stand in places.items()}
    for i, block in enumerate(blocks):
        if block.kind not in MOVABLE:
            continue
        before = max((s for j, s in starts.items() if j < i), default=0)
        page = paper.page_of(before)
        stand = paper.take(block, paper.page_starts[page])
        if stand is None:
            yield f"{block.kind} not found in its place: '{block.text}'"
        elif paper.page_of(stand[0]) > page + 2:
            yield f"{block.kind} stands {paper.page_of(stand[0]) - page} pages after its place: '{block.text}'"
    paper.take_repeated_names(blocks, places)
    for one, next_one in mixed_cells(blocks, places, paper):
        yield f"on a page the cell '{one.text}' goes on after '{next_one.text}' began"
    left, run = [], []
    for word, used in list(zip(paper.words, paper.used)) + [('', True)]:
        if not used:
            run.append(word)
        elif run:
            left.append(' '.join(run))
            run = []
    for words in left:
        yield f"nobody wrote: '{words}'"


# ---- Pages written from the right

def letters(text):
    """Words without what stands around them: pdftotext gives a point between Arabic and Latin to either."""
    words, word, kind = [], '', ''
    for c in text + ' ':
        own = unicodedata.category(c)[0]
        own = kind if own == 'M' or c == '\u200c' else own if own in 'LN' else ''
        if own != kind and word:
            words.append(word)
            word = ''
        kind = own
        word += c if own else ''
    return [word for word in words if not word[0].isnumeric()]


def parted(word, extra):
    """The word as a row of words that are left over, or nothing."""
    if extra[word] > 0:
        return [word]
    for at in range(len(word) - 1, 0, -1):
        if extra[word[:at]] > 0:
            rest = parted(word[at:], extra - collections.Counter([word[:at]]))
            if rest:
                return [word[:at]] + rest
    return []


def check_from_right(brochure, pdf):
    blocks = brochure.read()
    expected = collections.Counter(letters(' '.join(block.text for block in blocks if block.kind != 'notes_page')))
    # Between Arabic and Latin, pdftotext gives the space to the wrong side of the marks that it adds.
    printed = re.sub('[\u202a-\u202e\u2066-\u2069]', ' ', output_of('pdftotext', pdf, '-'))
    pages = printed.split('\f')[:-1]
    if any(len(CODE.findall(page)) != 1 for page in pages) or len(set(CODE.findall(printed))) != 1:
        yield f"not one code of the edition on each of {len(pages)} pages: {CODE.findall(printed)}"
    found = collections.Counter(letters(plain(CODE.sub(' ', printed))))
    missing, extra = expected - found, found - expected
    # pdftotext parts a word of letters that are kerned (ر before و) where a line has few letters.
    for word in list(missing.elements()):
        pieces = parted(word, extra)
        if pieces:
            missing -= collections.Counter([word])
            extra -= collections.Counter(pieces)
    for word, fewer in missing.items():
        yield f"'{word}' is missing {fewer} times"
    heads = [plain(brochure.front['title'])] + [text for _, text in brochure.headings] + \
        list(brochure.labels.values()) + list(brochure.language['columns'].values()) + \
        [treatment['name'] for treatment in brochure.front.get('treatment', [])] + \
        [block.text for block in blocks if block.cell and block.cell[2] == 0]
    repeated = set(letters(' '.join(heads))) | {word for head in table_heads(blocks) for word in letters(' '.join(head))}
    for word, more in extra.items():
        if word not in repeated:
            yield f"nobody wrote '{word}', found {more} times too often"
    for number in (brochure.house['phone'], brochure.house['emergency_phone']):
        if number not in printed:
            yield f"the telephone number {number} is turned about"


def check_paper_of(brochure, pdf):
    check = check_from_right if brochure.language.get('right_to_left') else check_paper
    yield from check(brochure, pdf)


def check_plain(brochure, pdf):
    if brochure.language.get('right_to_left'):
        return
    counts = [collections.Counter(plain(output_of('pdftotext', *options, pdf, '-')).split())
              for options in ([], ['-raw'])]
    for word, more in ((counts[0] - counts[1]).items()):
        yield f"'{word}' {more} times more without -raw"
    for word, fewer in ((counts[1] - counts[0]).items()):
        yield f"'{word}' {fewer} times fewer without -raw"


if __name__ == '__main__':
    checks = {'structure': check_structure, 'paper': check_paper_of, 'plain': check_plain}
    problems = list(checks[sys.argv[1]](expected_words.Brochure(*sys.argv[3:8]), sys.argv[2]))
    print('\n'.join(problems), end='\n' if problems else '')
    sys.exit(1 if problems else 0)
