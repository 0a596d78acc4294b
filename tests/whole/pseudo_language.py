#!/usr/bin/python3
"""Writes a project whose brochure is in a language that nobody speaks: every text is 40 % longer than in English and has
an accent on every letter; labels of drawings, whose room is given, have only the accents. What a layout cannot bear in it, it will not bear in German or Ukrainian either.

pseudo_language.py SOURCE TARGET BROCHURE

In: the folder that holds content/BROCHURE, an empty folder. Out: TARGET/content with the brochure, its master text and
the text in the language en-XA; a house and a language file that have it too."""
import pathlib
import re
import shutil
import sys

TAG = 'en-XA'
PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
ACCENTED = 'àḃçďéḟĝĥîĵķļḿñöṕqŕšţûṽŵẋýžÀḂÇĎÉḞĜĤÎĴĶĻḾÑÖṔQŔŠŢÛṼŴẊÝŽ'
LONGER = 0.4
# What is not text: addresses, marks of notes and sources, calls of tables, kinds of call-outs, ids of headings, places
# that a label leaves for words, and the entities of TOML strings.
SYNTAX = re.compile(r'\]\([^)\s"]*|\[\^[^\]]*\]|\[@[^\]]*\]|\{\{.*?\}\}|\[![A-Z]+\]|\{[^}]*\}|https?://\S+|\\u[0-9a-f]{4}')


def longer(word):
    """40 % more letters, at least one, taken from the word itself so that they break and join as words do."""
    more = max(1, round(len(word) * LONGER)) if len(word) > 1 else 0
    return (word + word[:more].lower()).translate(str.maketrans(PLAIN, ACCENTED))


def pseudo(text):
    out, at = '', 0
    for syntax in SYNTAX.finditer(text):
        out += re.sub('[A-Za-z]+', lambda word: longer(word[0]), text[at:syntax.start()]) + syntax[0]
        at = syntax.end()
    return out + re.sub('[A-Za-z]+', lambda word: longer(word[0]), text[at:])


def accented(text):
    return text.translate(str.maketrans(PLAIN, ACCENTED))


def pseudo_strings(line, change=pseudo):
    """A line of TOML: its strings, but no keys and no ids."""
    if re.match(r'\s*(id|section|tag|locale|dictionary|package)\s*=', line):
        return line
    return re.sub(r'"((?:[^"\\]|\\.)*)"', lambda string: '"' + change(string[1]) + '"', line)


def front_of(front):
    out, change = [], pseudo
    for line in front.split('\n'):
        if line.startswith('['):
            change = accented if line.startswith('[labels.') else pseudo
        out.append(pseudo_strings(line, change))
    return '\n'.join(out)


def text_of(source):
    _, front, body = source.split('+++\n', 2)
    return '+++\n' + front_of(front) + '+++\n' + '\n'.join(map(pseudo, body.split('\n')))


def language_of(source):
    """Labels and names of columns become longer; the rest of the file stays English."""
    out, longer_from_here = [], False
    for line in source.split('\n'):
        if line.startswith('['):
            longer_from_here = line in ('[labels]', '[columns]')
        line = re.sub(r'^tag = .*', f'tag = "{TAG}"', line)
        out.append(pseudo_strings(line) if longer_from_here else line)
    return '\n'.join(out)


def house_of(source):
    english = re.search(r'^\[en\]\n(.*?)(?=^\[|\Z)', source, re.M | re.S)[1]
    return source + f'\n["{TAG}"]\n' + '\n'.join(map(pseudo_strings, english.split('\n')))


def main(source, target, brochure):
    source, target = pathlib.Path(source) / 'content', pathlib.Path(target) / 'content'
    shutil.copytree(source / brochure, target / brochure, ignore=shutil.ignore_patterns('*.md'))
    shutil.copytree(source / 'house', target / 'house')
    shutil.copytree(source / 'languages', target / 'languages')
    master = re.search(r'^master = "(.*)"', (source / brochure / 'brochure.toml').read_text('utf-8'), re.M)[1]
    shutil.copy(source / brochure / f'{master}.md', target / brochure)
    (target / brochure / f'{TAG}.md').write_text(text_of((source / brochure / 'en.md').read_text('utf-8')), 'utf-8')
    english = (source / 'languages' / 'en.toml').read_text('utf-8')
    (target / 'languages' / f'{TAG}.toml').write_text(language_of(english), 'utf-8')
    house = (source / 'house' / 'house.toml').read_text('utf-8')
    (target / 'house' / 'house.toml').write_text(house_of(house), 'utf-8')
    disclaimer = (source / 'house' / 'disclaimer.en.md').read_text('utf-8')
    (target / 'house' / f'disclaimer.{TAG}.md').write_text('\n'.join(map(pseudo, disclaimer.split('\n'))), 'utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
