#!/usr/bin/python3
"""What a reader should find in a brochure, worked out from the content files alone.

expected_words.py PROJECT DATA BROCHURE LANGUAGE LAYOUT

In: a project folder and the data folder that serves what the project lacks. Out: the blocks of the brochure in
document order, one a line: kind, a tab, its words. A page number, which only the finished pages know, is '#'.

This is a second reading of the content, on purpose: it shares no code with the program, knows only the Markdown that
brochures use, and is as plain as it can be. Only Python's own library is needed."""
import dataclasses
import pathlib
import re
import sys
import tomllib
import unicodedata
import xml.etree.ElementTree

PAGE = '\ue000'  # of the private use area: nobody writes it
MONTHS = {
    'nl': 'januari februari maart april mei juni juli augustus september oktober november december'.split(),
    'en': 'January February March April May June July August September October November December'.split(),
    'de': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(),
    'pl': 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(),
    'tr': 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'.split(),
    'zh': [str(month) for month in range(1, 13)],
    'uk': 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(),
}
MONTHS |= {
    'ar': 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(),
    'fa': 'ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر'.split(),
    'ti': 'ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ'.split(),
    'he': 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'.split(),
}
DIGITS = {'latn': '0123456789', 'arab': '٠١٢٣٤٥٦٧٨٩', 'arabext': '۰۱۲۳۴۵۶۷۸۹'}
DATES = {'he': '{day} ב{month} {year}', 'de': '{day}. {month} {year}', 'uk': '{day} {month} {year} р.', 'zh': '{year}年{month}月{day}日'}  # where it is not as in English
ALPHABETS = {  # where letters with marks are letters of their own
    'fa': ' ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی',
    'pl': 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż',
    'tr': 'abcçdefgğhıijklmnoöpqrsştuüvwxyz',
    'zh': '病成钙高姑骨活脊碱理盆前溶史髓体原肿转锥',  # by sound, of the sample's terms
    'uk': 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
}
SVG = '{http://www.w3.org/2000/svg}'


@dataclasses.dataclass
class Block:
    kind: str  # what it is; figures and notes may stand elsewhere on the paper than in the text
    text: str
    cell: tuple = None  # (table, row, column) of a table's cell; row 0 is the head


def plain(text):
    """Text as it is compared: composed, without soft hyphens, with one kind of space and of quotation mark. Every Han
    character is a word, as a line may end after it."""
    text = unicodedata.normalize('NFC', text).replace('\u00ad', '')
    text = re.sub('([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[“”‘’—…·](?=[\u2e80-\uffef])|(?<=[\u2e80-\uffef])[“”‘’—…·])',
                  r' \1 ', text)
    text = re.sub('[‘’‚]', "'", re.sub('[“”„]', '"', text))
    return re.sub(r'[\s\u00a0\u202f\u2009]+', ' ', text).strip()


def merged(below, above):
    out = dict(below)
    for key, value in above.items():
        out[key] = merged(out[key], value) if isinstance(value, dict) and isinstance(out.get(key), dict) else value
    return out


class Brochure:
    def __init__(self, project, data, brochure, language, layout):
        self.roots = [pathlib.Path(project), pathlib.Path(data)]
        self.folder = self.roots[0] / 'content' / brochure
        self.language_tag = language
        self.facts = tomllib.loads((self.folder / 'brochure.toml').read_text('utf-8'))
        self.house = tomllib.loads(self.find('content/house/house.toml').read_text('utf-8'))
        self.language = tomllib.loads(self.find(f'content/languages/{language}.toml').read_text('utf-8'))
        self.layout = self.read_layout(f'{layout}.toml')
        _, front, body = (self.folder / f'{language}.md').read_text('utf-8').split('+++\n', 2)
        self.front = tomllib.loads(front)
        self.lines = body.split('\n')
        self.disclaimer = self.find(f'content/house/disclaimer.{language}.md').read_text('utf-8').split('\n')
        self.labels = self.language['labels']
        self.images = {image['id']: image for image in self.facts['image']}
        self.source_numbers = {source['id']: i + 1 for i, source in enumerate(self.facts.get('source', []))}
        self.notes = {}
        self.note_numbers = {}
        self.figures = []
        self.tables = 0
        self.headings = []  # (level, text)
        self.blocks = []
        self.unclaimed_notes = []

    def find(self, name):
        return next(root / name for root in self.roots if (root / name).exists())

    def read_layout(self, name):
        layout = tomllib.loads(self.find(f'layouts/{name}').read_text('utf-8'))
        return merged(self.read_layout(layout.pop('extends')), layout) if 'extends' in layout else layout

    def label(self, key, **values):
        return self.labels[key].format(**values)

    def date(self, day):
        language = re.split('[-_]', self.language['locale'])[0]
        pattern = DATES.get(language, '{day} {month} {year}')
        return self.digits(pattern.format(day=day.day, month=MONTHS[language][day.month - 1], year=day.year))

    def digits(self, number):
        """A number that the program writes, in the language's digits."""
        own = DIGITS[self.language.get('digits', 'latn')]
        return ''.join(own[int(c)] if c in DIGITS['latn'] else c for c in str(number))

    def sign(self, name, otherwise):
        return self.language.get('punctuation', {}).get(name, otherwise)

    # ---- Text within a line

    def inline(self, text):
        def note(match):
            number = self.note_numbers.setdefault(match[1], len(self.note_numbers) + 1)
            self.unclaimed_notes.append(match[1])
            return self.digits(number)

        def citation(match):
            ids = re.findall(r'@([\w-]+)', match[1])
            return '[' + self.sign('comma', ', ').join(self.digits(self.source_numbers[i]) for i in ids) + ']'

        def reference(match):
            if not self.layout['cross_reference']['print_page']:
                return match[1]
            return self.label('see_page', text=match[1], page=PAGE)

        text = re.sub(r'\[\^([\w-]+)\]', note, text)
        text = re.sub(r'\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]', citation, text)
        text = re.sub(r'\] \[(?=\d)', '][', text)  # citations side by side lose the space between them
        text = re.sub(r'\[([^\[\]]*)\]\{lang=[\w-]+\}', r'\1', text)
        text = re.sub(r'\[([^\[\]]*)\]\(#[^)]*\)', reference, text)
        text = re.sub(r'\[([^\[\]]*)\]\([^)]*\)', r'\1', text)
        text = re.sub(r'\*\*(.+?)\*\*', r'\1', text)
        text = re.sub(r'(?<!\w)[*_](\S.*?)[*_](?!\w)', r'\1', text)
        return re.sub(r'\\([!-/:-@\[-`{-~])', r'\1', text)

    def add(self, kind, text, cell=None):
        if text.strip():
            self.blocks.append(Block(kind, text, cell))
        if kind != 'cell':
            self.tell_notes()

    def tell_notes(self):
        notes, self.unclaimed_notes = self.unclaimed_notes, []
        for note in notes:
            self.add('note', f'{self.digits(self.note_numbers[note])} {self.inline(self.notes[note])}')

    # ---- Blocks

    def markdown(self, lines, depth=0):
        lines = list(lines)
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
            elif match := re.match(r'(#{2,6}) (.*)', line):
                title = re.sub(r'\s*\{#[\w-]+\}\s*$', '', match[2])
                self.headings.append((len(match[1]), self.inline(title)))
                self.add('heading', self.inline(title))
                at += 1
            elif match := re.match(r'\{\{([\w-]+)\}\}$', line):
                self.treatment_table(match[1])
                at += 1
            elif line.startswith('|'):
                rows = []
                while at < len(lines) and lines[at].startswith('|'):
                    rows.append([cell.strip() for cell in re.split(r'(?<!\\)\|', lines[at].strip())[1:-1]])
                    at += 1
                del rows[1]
                self.tables += 1
                for r, row in enumerate(rows):
                    for c, cell in enumerate(row):
                        self.add('cell', self.inline(cell.replace('\\|', '|')), (self.tables, r, c))
                self.tell_notes()
            elif line.startswith('>'):
                quoted = []
                while at < len(lines) and lines[at].startswith('>'):
                    quoted.append(re.sub(r'^> ?', '', lines[at]))
                    at += 1
                self.quote(quoted, depth)
            elif match := re.match(r'!\[(?:[^\[\]]|\[[^\]]*\])*\]\(([\w-]+)(?: "(.*)")?\)$', line):
                self.figure(match[1], match[2] or '')
                at += 1
            elif re.match(r'([-*+]|\d+[.)]) ', line):
                at = self.list(lines, at, depth)
            else:
                start = at
                while at < len(lines) and lines[at].strip() and not re.match(r'#{2,6} |> |\||([-*+]|\d+[.)]) ',
                                                                             lines[at]):
                    at += 1
                self.add('paragraph', self.inline(' '.join(lines[start:at])))

    def list(self, lines, at, depth):
        marker = re.match(r'([-*+]|\d+[.)]) +', lines[at])
        ordered = marker[1][-1] in '.)'
        number = int(marker[1][:-1]) if ordered else 0
        marks = self.layout['list']['markers']
        while at < len(lines):
            match = re.match(r'([-*+]|\d+[.)]) +', lines[at])
            if not match or (match[1][-1] in '.)') != ordered:
                break
            indent = len(match[0])
            item = [lines[at][indent:]]
            at += 1
            while at < len(lines) and (lines[at].startswith(' ' * indent) or
                                       (not lines[at].strip() and at + 1 < len(lines) and
                                        lines[at + 1].startswith(' ' * indent))):
                item.append(lines[at][indent:])
                at += 1
            self.add('marker', self.language.get('list_number', '{number}.').format(number=self.digits(number)) if ordered else marks[min(depth, len(marks) - 1)])
            self.markdown(item, depth + 1)
            number += 1
            while at < len(lines) and not lines[at].strip():
                at += 1
        return at

    def quote(self, lines, depth):
        match = re.match(r'\[!(\w+)\]\s*(.*)', lines[0])
        if not match:
            return self.markdown(lines, depth)
        kind = match[1].lower()
        style = merged(self.layout['call_out'], self.layout['call_out'].get(kind, {}))
        self.add('call_out', f"{style['marker']} {match[2] or self.label(kind)}")
        self.markdown(lines[1:])
        if style['phone'] != 'none':
            hours = self.house[self.language_tag].get('emergency_hours', '')
            self.add('call_out', f"{self.label('call')} {self.house['emergency_phone']}" + (self.sign('comma', ', ') + hours if hours else ''))

    def figure(self, image, caption):
        self.figures.append(image)
        file = self.folder / self.images[image]['file']
        if file.suffix == '.svg':
            own = self.front.get('labels', {}).get(image, {})
            for text in xml.etree.ElementTree.parse(file).iter(f'{SVG}text'):
                key = text.get('data-label')
                self.add('drawing', own.get(key) or ''.join(text.itertext()))
        words = self.inline(caption)
        if self.layout['figure']['numbered']:
            words = f"{self.label('figure', number=self.digits(len(self.figures)))} {words}"
        self.add('caption', words)

    def treatment_table(self, name):
        table = self.layout['treatment_tables'][name]
        columns = table['columns']
        self.tables += 1
        for i, column in enumerate(columns):
            self.add('cell', self.language['columns'][column['heading']], (self.tables, 0, i))
        shown = [treatment for treatment in self.front.get('treatment', [])
                 if table['only_with'] == 'none' or table['only_with'] in treatment]
        for row, treatment in enumerate(shown, 1):
            for i, column in enumerate(columns):
                cell = (self.tables, row, i)
                fields = [self.inline(treatment[f]) for f in column['fields'] if f in treatment]
                self.add('cell', self.sign('semicolon', '; ').join(fields), cell)
                if i == 0 and self.layout['table']['page_line'] != 'none' and 'section' in treatment:
                    self.add('cell', self.label('page', page=PAGE), cell)

    # ---- The parts that the program adds

    def unreviewed_label(self):
        return 'not_reviewed_master' if self.language_tag == self.facts['master'] else 'not_reviewed'

    def part_cover(self):
        department = self.house[self.language_tag].get('department', '')
        self.add('cover', self.label('patient_information') + (f' · {department}' if department else ''))
        self.add('cover', self.front['title'])
        self.add('cover', self.front.get('subtitle', ''))
        self.add('cover', self.house['name'])
        self.add('cover', department)
        if not self.front.get('reviewed', self.language_tag == self.facts['master']):
            self.add('cover', self.label(self.unreviewed_label()))

    def part_contents(self):
        self.add('heading', self.label('contents'))
        detailed = self.layout['contents']['detail'] != 'none'
        parts = []
        if self.front.get('key_messages') and 'key_messages' in self.layout['parts']:
            parts.append((self.label('key_messages'), []))
        for level, text in self.headings:
            if level == 2:
                parts.append((text, []))
            elif level == 3:
                parts[-1][1].append(text)
        reference = [self.label(part) for part in self.layout['parts'] if part in self.reference_parts()]
        if reference:
            parts.append((reference[0], reference[1:]))
        for title, inside in parts:
            self.add('contents', f'{PAGE} {title}')
            if detailed and inside:
                self.add('contents', ' · '.join(inside))

    def reference_parts(self):
        return [part for part, there in (('glossary', self.front.get('glossary')), ('sources', self.source_numbers),
                                         ('image_credits', self.credits()), ('disclaimer', True)) if there]

    def part_key_messages(self):
        messages = self.front.get('key_messages', [])
        if messages:
            self.add('heading', self.label('key_messages'))
        for i, message in enumerate(messages):
            self.add('key', f'{self.digits(i + 1)} {self.inline(message)}')

    def part_body(self):
        body = []
        for line in self.lines:  # footnotes are read before the text that calls them
            if match := re.match(r'\[\^([\w-]+)\]: (.*)', line):
                self.notes[match[1]] = match[2]
            else:
                body.append(line)
        self.markdown(body)

    def part_glossary(self):
        alphabet = ALPHABETS.get(self.language_tag)

        def key(entry):
            words = entry.get('sort', entry['term'])
            if alphabet:
                return [alphabet.find(c) for c in words.lower()]
            letters = unicodedata.normalize('NFD', words.casefold())
            return [c for c in letters if not unicodedata.combining(c)]

        entries = sorted(self.front.get('glossary', []), key=key)
        if entries:
            self.add('heading', self.label('glossary'))
        for entry in entries:
            self.add('reference', f"{self.inline(entry['term'])} {self.inline(entry['meaning'])}")

    def part_sources(self):
        if self.source_numbers:
            self.add('heading', self.label('sources'))
        for number, source in enumerate(self.facts.get('source', []), 1):
            stop = '' if source['title'][-1] in '.?!' else '.'
            seen = f" {self.label('seen', date=self.date(source['seen']))}." if 'seen' in source else ''
            stop_mark = self.sign('full_stop', '. ').rstrip()
            seen = f"{seen[:-1]}{stop_mark}" if seen and stop_mark != '.' else seen
            seen = seen.replace('..', '.')  # a Ukrainian date brings its own
            self.add('reference', f"{self.digits(number)} {source['title']}{stop} {source['publisher']}.{seen} "
                                  f"{source.get('address', '')}")

    def credits(self):
        shown = [(number, self.images[self.figures[number - 1]]) for number in range(1, len(self.figures) + 1)]
        if 'cover' in self.images:
            shown.insert(0, (0, self.images['cover']))
        if self.layout.get('pictogram', {}).get('shown'):
            shown += [(-1, pictogram) for pictogram in self.facts.get('pictogram', [])]
        groups = {}
        for number, image in shown:
            rights = tuple(image.get(key, '') for key in ('author', 'agency', 'licence', 'source'))
            groups.setdefault(rights, []).append(number)
        return groups

    def part_image_credits(self):
        groups = self.credits()
        if groups:
            self.add('heading', self.label('image_credits'))
        for (author, agency, licence, source), numbers in groups.items():
            names = [self.label('cover_image')] if numbers[0] == 0 else []
            figures = [n for n in numbers if n > 0]
            while figures:
                last = 1
                while last < len(figures) and figures[last] == figures[last - 1] + 1:
                    last += 1
                if last == 1:
                    names.append(self.label('figure', number=self.digits(figures[0])))
                else:
                    names.append(self.label('figures', numbers=self.digits(f'{figures[0]}–{figures[last - 1]}')))
                figures = figures[last:]
            if numbers[-1] == -1:
                names.append(self.label('pictograms'))
            maker = f"{author}{self.sign('comma', ', ')}{agency}" if agency else author
            self.add('reference', f"{self.sign('comma', ', ').join(names)}{self.sign('colon', ': ')}{maker}"
                                  f"{self.sign('full_stop', '. ')}{self.label('licence', licence=licence)}"
                                  f"{self.sign('full_stop', '. ').rstrip()} {source}")

    def part_disclaimer(self):
        self.add('heading', self.label('disclaimer'))
        if not self.front.get('reviewed', self.language_tag == self.facts['master']):
            self.add('paragraph', self.label(self.unreviewed_label()))
        self.markdown(self.disclaimer)

    def part_notes(self):
        self.add('notes_page', self.label('notes'))  # there only if pages are left over

    def part_back_cover(self):
        house, own = self.house, self.house[self.language_tag]
        self.add('heading', self.label('questions'))
        for words in (own.get('contact'), own.get('hours'), house.get('phone'), own.get('emergency'),
                      house.get('emergency_phone'), own.get('emergency_hours')):
            self.add('back', words or '')
        self.add('back', ' · '.join(filter(None, (house['name'], house.get('address')))))
        self.add('back', house.get('website', ''))
        number = self.facts.get('number')
        self.add('back', ' · '.join(([self.label('number', number=number)] if number else []) + [
            self.label('edition', edition=self.digits(self.facts['edition'])),
            self.label('updated', date=self.date(self.facts['updated'])),
            self.label('review_by', date=self.date(self.facts['review_by']))]))

    def read(self):
        """All blocks. The body is read first: contents and credits tell of it."""
        made = {}
        for part in sorted(self.layout['parts'], key=lambda part: part != 'body'):
            self.blocks = []
            getattr(self, f'part_{part}')()
            made[part] = self.blocks
        blocks = [block for part in self.layout['parts'] for block in made[part]]
        return [dataclasses.replace(block, text=plain(block.text)) for block in blocks]


if __name__ == '__main__':
    for block in Brochure(*sys.argv[1:6]).read():
        print(f'{block.kind}\t{block.text.replace(PAGE, "#")}')
