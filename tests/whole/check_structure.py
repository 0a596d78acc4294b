#!/usr/bin/python3
"""Compares the structure tree of a finished screen PDF with the sources, read a second time.

check_structure.py PDF PROJECT DATA BROCHURE LANGUAGE LAYOUT

In: the PDF, and what expected_words.py takes. Out: the first lines in which the two trees differ; nothing, and an end
with 0, if they are the same. Compared are the types of all elements of the body, the glossary and the sources, their
order and nesting, the alternative texts of figures, the scope of headings, the numbering of lists and the language of
words in another one. A cell without words is a cell. Needs Debian's python3-pikepdf."""
import difflib
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary

from expected_words import Brochure, plain


class Node:
    def __init__(self, role, kids=(), **attributes):
        self.role, self.kids, self.attributes = role, list(kids), attributes

    def lines(self, depth=0):
        said = ''.join(f' {key}={value}' for key, value in sorted(self.attributes.items()) if value)
        yield '  ' * depth + self.role + said
        for kid in self.kids:
            yield from kid.lines(depth + 1)


# ---- What is written

def written(element):
    kids = element.get('/K', Array())
    kids = kids if isinstance(kids, Array) else [kids]
    attributes = element.get('/A', Dictionary())
    said = {'alt': plain(str(element.get('/Alt', ''))), 'scope': str(attributes.get('/Scope', ''))[1:],
            'numbering': str(attributes.get('/ListNumbering', ''))[1:], 'lang': str(element.get('/Lang', ''))}
    return Node(str(element.S)[1:], [written(k) for k in kids if isinstance(k, Dictionary) and '/S' in k], **said)


# ---- What is meant

class Tree(Brochure):
    TOKENS = re.compile(r'\[\^(?P<note>[\w-]+)\]|\[(?P<cited>@[\w-]+(?:\s*;\s*@[\w-]+)*)\]|'
                        r'\[(?P<foreign>[^\[\]]*)\]\{lang=(?P<tag>[\w-]+)\}|\[(?P<linked>[^\[\]]*)\]\((?P<to>[^)]*)\)')

    def reference(self):
        return Node('Reference', [Node('Link')])

    def inlines(self, text):
        out = []
        for match in self.TOKENS.finditer(text.replace('\\[', '')):
            if match['note']:
                if match['note'] not in self.note_numbers:
                    self.note_numbers[match['note']] = len(self.note_numbers) + 1
                    self.unclaimed_notes.append(match['note'])
                out.append(self.reference())
            elif match['cited']:
                out += [self.reference() for _ in re.findall('@', match['cited'])]
            elif match['tag']:
                out.append(Node('Span', self.inlines(match['foreign']), lang=match['tag']))
            else:
                inside = self.inlines(match['linked'])
                link = Node('Link', inside)
                out.append(Node('Reference', [link]) if match['to'].startswith('#') else link)
        return out

    def claimed(self, nodes):
        """The block, and the notes that it mentions first."""
        for note in self.unclaimed_notes:
            nodes.append(Node('Note', [Node('Lbl'), Node('P', self.inlines(self.notes[note]))]))
        self.unclaimed_notes = []
        return nodes

    def tree(self, lines):
        out, at = [], 0
        lines = list(lines)
        while at < len(lines):
            line = lines[at]
            end = at + 1
            if not line.strip():
                pass
            elif match := re.match(r'(#{2,6}) (.*)', line):
                out += self.claimed([Node(f'H{len(match[1])}', self.inlines(re.sub(r'\{#[^}]*\}', '', match[2])))])
            elif match := re.match(r'\{\{([\w-]+)\}\}$', line):
                out += self.claimed([self.treatments(match[1])])
            elif line.startswith('|'):
                while end < len(lines) and lines[end].startswith('|'):
                    end += 1
                rows = [[c.strip() for c in re.split(r'(?<!\\)\|', row.strip())[1:-1]] for row in lines[at:end]]
                out += self.claimed([self.table(rows[0], [[(c, False) for c in row] for row in rows[2:]])])
            elif line.startswith('>'):
                while end < len(lines) and lines[end].startswith('>'):
                    end += 1
                out += self.claimed([self.quoted([re.sub(r'^> ?', '', q) for q in lines[at:end]])])
            elif match := re.match(r'!\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([\w-]+)(?: "(.*)")?\)$', line):
                out.append(Node('Figure', alt=plain(Brochure.inline(self, match[1]))))
                self.figures.append(match[2])
                if match[3] or self.layout['figure']['numbered']:
                    out.append(Node('Caption', self.inlines(match[3] or '')))
                out = self.claimed(out)
            elif re.match(r'([-*+]|\d+[.)]) ', line):
                items, ordered = [], line[0].isdigit()
                while at < len(lines):
                    match = re.match(r'([-*+]|\d+[.)]) +', lines[at])
                    if not match or match[1][0].isdigit() != ordered:
                        break
                    indent, item = len(match[0]), [lines[at][len(match[0]):]]
                    at += 1
                    while at < len(lines) and (lines[at].startswith(' ' * indent) or
                                               (not lines[at].strip() and at + 1 < len(lines) and
                                                lines[at + 1].startswith(' ' * indent))):
                        item.append(lines[at][indent:])
                        at += 1
                    items.append(Node('LI', [Node('Lbl'), Node('LBody', self.tree(item))]))
                    while at < len(lines) and not lines[at].strip():
                        at += 1
                out.append(Node('L', items, numbering='Decimal' if ordered else 'Disc'))
                end = at
            else:
                while end < len(lines) and lines[end].strip() and not re.match(r'#{2,6} |> |\||([-*+]|\d+[.)]) ',
                                                                               lines[end]):
                    end += 1
                out += self.claimed([Node('P', self.inlines(' '.join(lines[at:end])))])
            at = end
        return out

    def quoted(self, lines):
        match = re.match(r'\[!(\w+)\]\s*(.*)', lines[0])
        if not match:
            return Node('BlockQuote', self.tree(lines))
        styles = self.layout['call_out']
        phone = {**styles, **styles.get(match[1].lower(), {})}['phone']
        inside = [Node('P', self.inlines(match[2]))] + self.tree(lines[1:])
        return Node('Div', inside + ([Node('P', [Node('Link')])] if phone != 'none' else []))

    def cell(self, role, text, page_line=False, scope=''):
        words = self.inlines(text)
        if page_line:
            words = [Node('P', words), Node('P', [Node('Link')])]
        return Node(role, words, scope=scope)

    def table(self, head, rows):
        def row(cells):
            return Node('TR', [self.cell('TD' if i else 'TH', text, line, '' if i else 'Row')
                               for i, (text, line) in enumerate(cells)])
        heads = Node('THead', [Node('TR', [self.cell('TH', text, scope='Column') for text in head])])
        return Node('Table', [heads, Node('TBody', [row(cells) for cells in rows])])

    def treatments(self, name):
        table = self.layout['treatment_tables'][name]
        rows = []
        for treatment in self.front.get('treatment', []):
            if table['only_with'] != 'none' and table['only_with'] not in treatment:
                continue
            rows.append([('; '.join(treatment[f] for f in column['fields'] if f in treatment),
                          'name' in column['fields'] and 'section' in treatment and
                          self.layout['table']['page_line'] != 'none') for column in table['columns']])
        return self.table([self.language['columns'][column['heading']] for column in table['columns']], rows)

    def body(self):
        text = []
        for line in self.lines:
            if match := re.match(r'\[\^([\w-]+)\]: (.*)', line):
                self.notes[match[1]] = match[2]
            else:
                text.append(line)
        parts = []
        for node in self.tree(text):
            if node.role == 'H2' or not parts:
                parts.append(Node('Sect'))
            parts[-1].kids.append(node)
        return parts

    def glossary(self):
        entries = sorted(self.front.get('glossary', []), key=lambda entry: plain(entry['term']).casefold())
        items = [Node('LI', [Node('Lbl', self.inlines(entry['term'])), Node('LBody', self.inlines(entry['meaning']))])
                 for entry in entries]
        return [Node('Sect', [Node('H2'), Node('L', items)])] if entries else []

    def sources(self):
        items = []
        for source in self.facts.get('source', []):
            own = source.get('language', self.language_tag)
            title = [Node('Span', lang=own)] if own != self.language_tag else []
            link = [Node('Link')] if source.get('address') else []
            items.append(Node('LI', [Node('Lbl'), Node('LBody', title + link)]))
        return [Node('Sect', [Node('H2'), Node('L', items, numbering='Decimal')])]


def main():
    pdf = pikepdf.open(sys.argv[1])
    brochure = Tree(*sys.argv[2:])
    root = written(pdf.Root.StructTreeRoot.K)
    body = brochure.body()
    parts = brochure.layout['parts']
    before = parts.index('body') - ('key_messages' in parts and not brochure.front.get('key_messages'))
    meant = body + brochure.glossary() + brochure.sources()
    found = root.kids[before:before + len(meant)]
    differences = [line for line in difflib.unified_diff(
        [line for node in meant for line in node.lines()], [line for node in found for line in node.lines()],
        'sources', 'PDF', lineterm='', n=6)]
    print('\n'.join(differences[:60]))
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
