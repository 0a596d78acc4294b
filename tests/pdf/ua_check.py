#!/usr/bin/python3
"""ua_check.py [--std ua1|2b|both] FILE.pdf...   Our own machine checks of PDF/UA-1 and (a part of) PDF/A-2b, for CI:
it needs only Debian's python3-pikepdf (and python3-fonttools for the glyph width check).  It is no validator: it covers
what our program can get wrong; a clean run means "nothing found", not "conforms".
Prints 'FAIL FILE clause message' lines; exit 1 if any file has one, 2 if unreadable."""
import sys, re, io, collections
import pikepdf
from pikepdf import Name, Dictionary, Array
try:
    from fontTools.ttLib import TTFont
except ImportError:
    TTFont = None

STD = set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody '
          'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP '
          'Figure Formula Form'.split())
LANG = re.compile(r'^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$')

def key(o): return o.objgen if getattr(o, 'is_indirect', False) and o.objgen != (0, 0) else id(o)
def s(o):
    try: return str(o)
    except Exception: return ''

class Check:
    def __init__(self, path, std):
        self.path, self.std, self.out = path, std, []
        self.pdf = pikepdf.open(path); self.root = self.pdf.Root
        self.raw = open(path, 'rb').read()
    def bad(self, clause, msg):
        kind = 'own' if clause == 'own' else 'UA-1' if re.match(r'5$|6\.[12]$|7\.', clause) else 'A-2b'
        if kind == 'UA-1' and 'ua1' not in self.std:
            if not clause.startswith('7.21.4'): return
            kind, clause = 'A-2b', '6.2.11.4'
        c = kind if kind == 'own' else kind + ' ' + clause
        if (c, msg) not in self.out: self.out.append((c, msg))
    # ---- document
    def doc(self):
        R = self.root; h = self.raw.split(b'\n')[0].split(b'\r')[0]
        if not re.match(rb'^%PDF-1\.[0-7]$', h): self.bad('6.1', 'header %r' % h[:20])
        mi = R.get('/MarkInfo')
        if mi is None or mi.get('/Marked') is not True: self.bad('6.2', 'MarkInfo/Marked is not true')
        elif mi.get('/Suspects') is True: self.bad('7.1', 'MarkInfo/Suspects is true')
        vp = R.get('/ViewerPreferences')
        if vp is None or vp.get('/DisplayDocTitle') is not True: self.bad('7.1', 'ViewerPreferences/DisplayDocTitle is not true')
        self.lang = R.get('/Lang')
        if self.lang is not None and not LANG.match(s(self.lang)): self.bad('7.2', 'Catalog Lang %r' % s(self.lang))
        self.haslang = self.lang is not None
        md = R.get('/Metadata'); self.xmp = None
        if md is None: self.bad('7.1', 'no Metadata in the catalog')
        else:
            import xml.etree.ElementTree as ET
            try: self.xmp = ET.fromstring(re.sub(rb'<\?xpacket.*?\?>', b'', md.read_bytes()).strip())
            except Exception as e: self.bad('7.1', 'XMP is not well-formed: %s' % e)
        if self.xmp is not None:
            def prop(ns, n):
                for d in self.xmp.iter('{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description'):
                    v = d.get('{%s}%s' % (ns, n))
                    if v is not None: return v
                    e = d.find('{%s}%s' % (ns, n))
                    if e is not None: return ''.join(e.itertext()).strip()
            ua = prop('http://www.aiim.org/pdfua/ns/id/', 'part')
            if 'ua1' in self.std and ua != '1': self.bad('5', 'pdfuaid:part is %r' % ua)
            raw = md.read_bytes()
            if 'ua1' in self.std and ua and b'xmlns:pdfuaid=' not in raw: self.bad('5', 'the PDF/UA namespace prefix is not pdfuaid')
            t = prop('http://purl.org/dc/elements/1.1/', 'title')
            if t is None: self.bad('7.1', 'no dc:title')
            elif not self.haslang:
                for alt in self.xmp.iter('{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Alt'):
                    l = [li.get('{http://www.w3.org/XML/1998/namespace}lang') for li in alt]
                    if l == ['x-default']: self.bad('7.2', 'text of the metadata only in x-default and no catalog Lang')
            if '2b' in self.std:
                p = prop('http://www.aiim.org/pdfa/ns/id/', 'part'); c = prop('http://www.aiim.org/pdfa/ns/id/', 'conformance')
                if p != '2' or c not in ('A', 'B', 'U'): self.bad('6.6.4', 'pdfaid part %r conformance %r' % (p, c))
                if '/Filter' in md: self.bad('6.6.2.1', 'the metadata stream is filtered')
        if '/Outlines' in R and '/First' in R.Outlines and not self.haslang: self.bad('7.2', 'outline and no catalog Lang')
        oc = R.get('/OCProperties')
        if oc is not None:
            for c in [oc.get('/D')] + list(oc.get('/Configs', [])):
                if c is None: continue
                if not s(c.get('/Name', '')): self.bad('7.10', 'optional content configuration without Name')
                if '/AS' in c: self.bad('7.10', 'AS in an optional content configuration')
        af = R.get('/AcroForm')
        if af is not None and '/XFA' in af: 
            x = af.XFA
            b = x.read_bytes() if isinstance(x, pikepdf.Stream) else b''.join(y.read_bytes() for y in x if isinstance(y, pikepdf.Stream))
            if b'dynamicRender>required' in b.replace(b' ', b''): self.bad('7.15', 'dynamic XFA')
        if self.pdf.is_encrypted and not (int(self.pdf.trailer.Encrypt.get('/P', 0)) & 512): self.bad('7.16', 'encrypted, and assistive technology has no permission')
        for o in self.pdf.objects:
            if isinstance(o, Dictionary) and '/EF' in o and not (s(o.get('/F', '')) and s(o.get('/UF', ''))): self.bad('7.11', 'file specification without F and UF')
            if isinstance(o, pikepdf.Stream) and o.get('/Subtype') == Name.Form and '/Ref' in o: self.bad('7.20', 'reference XObject')
    # ---- structure
    def std_type(self, t):
        seen = []
        while t not in STD:
            if t in seen: return None
            seen.append(t); n = self.rm.get('/' + t)
            if n is None: return None
            t = s(n)[1:]
        return t
    def struct(self):
        st = self.root.get('/StructTreeRoot'); self.elem_of = {}; self.annot_elem = {}; self.order = []; self.heads = []; self.mixed = set()
        if st is None: self.bad('7.1', 'no StructTreeRoot'); return
        rm = st.get('/RoleMap') or Dictionary(); self.rm = {k: v for k, v in rm.items()} if rm is not None else {}
        for k in self.rm:
            seen = set(); t = k[1:]
            if t in STD and s(self.rm[k])[1:] != t: self.bad('7.1', 'standard type %s is remapped' % t)
            while '/' + t in self.rm:
                if t in seen: self.bad('7.1', 'circular role mapping of %s' % k[1:]); break
                seen.add(t); t = s(self.rm['/' + t])[1:]
        seen = set(); notes = set(); hn = []
        def kids(e):
            k = e.get('/K')
            if k is None: return []
            return list(k) if isinstance(k, Array) else [k]
        def walk(e, parent, ptype, page, lang, anc, depth):
            if depth > 400: self.bad('7.1', 'structure deeper than 400'); return
            if key(e) in seen: self.bad('7.1', 'structure element reached twice'); return
            seen.add(key(e))
            t0 = s(e.get('/S'))[1:]; t = self.std_type(t0)
            if t is None and t0: self.bad('7.1', 'type %s is not mapped to a standard type' % t0); t = t0
            if '/P' not in e: self.bad('7.1', 'a %s without P' % t0)
            l = e.get('/Lang')
            if l is not None:
                if not LANG.match(s(l)): self.bad('7.2', 'Lang %r' % s(l))
                lang = s(l)
            for n in ('/Alt', '/ActualText', '/E'):
                if n in e and not lang and not self.haslang: self.bad('7.2', '%s without a language' % n[1:])
            pg = e.get('/Pg', page); ks = kids(e); kt = []
            if t in ('Figure', 'Formula') and not s(e.get('/Alt', '')) and '/ActualText' not in e: self.bad('7.3' if t == 'Figure' else '7.7', '%s without Alt' % t)
            if t == 'Note':
                i = s(e.get('/ID', ''))
                if not i: self.bad('7.9', 'Note without ID')
                elif i in notes: self.bad('7.9', 'Note ID %r twice' % i)
                notes.add(i)
            if re.match(r'^H[1-9]\d*$', t0) and t0 not in STD or re.match(r'^H[1-6]$', t or ''): 
                m = re.match(r'^H(\d+)$', t0) or re.match(r'^H(\d+)$', t); self.heads.append(int(m.group(1))); self.mixed.add('Hn')
            if t == 'H': self.mixed.add('H')
            for k in ks:
                if isinstance(k, int): self.use(e, pg, k, t, lang)
                elif isinstance(k, Dictionary):
                    ty = k.get('/Type')
                    if ty == Name.MCR: self.use(e, k.get('/Pg', pg) if '/Stm' not in k else k.Stm, int(k.get('/MCID', -1)), t, lang)
                    elif ty == Name.OBJR:
                        if '/Obj' in k: self.annot_elem[key(k.Obj)] = (t, e, anc)
                    elif '/S' in k:
                        kt.append(self.std_type(s(k.S)[1:]) or s(k.S)[1:])
            def bad(x): self.bad('7.2', x)
            if t == 'Table':
                c = collections.Counter(kt)
                if [x for x in kt if x not in ('TR', 'THead', 'TBody', 'TFoot', 'Caption')]: bad('Table with a %s' % [x for x in kt if x not in ('TR', 'THead', 'TBody', 'TFoot', 'Caption')][0])
                if c['THead'] > 1 or c['TFoot'] > 1 or c['Caption'] > 1: bad('Table with two THead, TFoot or Caption')
                if (c['THead'] or c['TFoot']) and not c['TBody']: bad('Table with THead or TFoot and no TBody')
                if 'Caption' in kt[1:-1]: bad('Caption inside a Table, neither first nor last')
                self.table(e, kids)
            elif t in ('THead', 'TBody', 'TFoot'):
                if ptype != 'Table': bad('%s in %s' % (t, ptype))
                if [x for x in kt if x != 'TR']: bad('%s with a %s' % (t, [x for x in kt if x != 'TR'][0]))
            elif t == 'TR':
                if ptype not in ('Table', 'THead', 'TBody', 'TFoot'): bad('TR in %s' % ptype)
                if [x for x in kt if x not in ('TH', 'TD')]: bad('TR with a %s' % [x for x in kt if x not in ('TH', 'TD')][0])
            elif t in ('TH', 'TD') and ptype != 'TR': bad('%s in %s' % (t, ptype))
            elif t == 'L':
                if [x for x in kt if x not in ('L', 'LI', 'Caption')]: bad('L with a %s' % [x for x in kt if x not in ('L', 'LI', 'Caption')][0])
                if 'Caption' in kt[1:]: bad('Caption in L, not first')
            elif t == 'LI':
                if ptype != 'L': bad('LI in %s' % ptype)
                if [x for x in kt if x not in ('Lbl', 'LBody')]: bad('LI with a %s' % [x for x in kt if x not in ('Lbl', 'LBody')][0])
            elif t == 'LBody' and ptype != 'LI': bad('LBody in %s' % ptype)
            elif t == 'TOCI' and ptype != 'TOC': bad('TOCI in %s' % ptype)
            elif t == 'TOC':
                if [x for x in kt if x not in ('TOC', 'TOCI', 'Caption')]: bad('TOC with a %s' % [x for x in kt if x not in ('TOC', 'TOCI', 'Caption')][0])
                if 'Caption' in kt[1:]: bad('Caption in TOC, not first')
            elif t == 'Form':
                n = [k for k in ks if isinstance(k, int) or isinstance(k, Dictionary)]
                role = any('/Role' in a for a in ([e.A] if isinstance(e.get('/A'), Dictionary) else [x for x in e.get('/A', []) if isinstance(x, Dictionary)]))
                if not role and (len(n) != 1 or isinstance(n[0], int) or n[0].get('/Type') != Name.OBJR): self.bad('7.18.4', 'Form without Role and not one widget')
            if kt.count('H') > 1: self.bad('7.4.4', 'two H in one element')
            for k in ks:
                if isinstance(k, Dictionary) and '/S' in k: walk(k, e, t, pg, lang, anc + [t], depth + 1)
        k = st.get('/K'); top = [] if k is None else list(k) if isinstance(k, Array) else [k]
        for e in top:
            if isinstance(e, Dictionary): walk(e, st, 'StructTreeRoot', None, s(self.lang) if self.haslang else '', [], 0)
        if {'H', 'Hn'} <= self.mixed: self.bad('7.4.4', 'H and Hn in one document')
        last = 0
        for h in self.heads:
            if h > last + 1: self.bad('7.4.2', 'heading level %d after %d' % (h, last))
            last = h
        # our own, beyond the standard's machine checks: the parent tree agrees with the tree
        pt = st.get('/ParentTree')
        self.ptree = {}
        if pt is not None:
            try:
                def nt(n, d=0):
                    if d > 30: return
                    a = n.get('/Nums')
                    if a is not None:
                        for i in range(0, len(a) - 1, 2): self.ptree[int(a[i])] = a[i + 1]
                    for c in n.get('/Kids', []): nt(c, d + 1)
                nt(pt)
            except Exception as x: self.bad('own', 'ParentTree unreadable: %s' % x)
    def use(self, e, where, mcid, t, lang):
        if where is None: return
        k = (key(where), mcid)
        if k in self.elem_of: self.bad('own', 'MCID %d is in two structure elements' % mcid)
        self.elem_of[k] = (e, t, lang)
    def attr(self, e, n):
        a = e.get('/A')
        for x in ([a] if isinstance(a, Dictionary) else a if isinstance(a, Array) else []):
            if isinstance(x, Dictionary) and n in x: return x[n]
        c = e.get('/C'); cm = self.root.StructTreeRoot.get('/ClassMap')
        for y in ([c] if isinstance(c, Name) else c if isinstance(c, Array) else []):
            if cm is not None and isinstance(y, Name) and s(y) in cm:
                z = cm[s(y)]
                for x in ([z] if isinstance(z, Dictionary) else z):
                    if isinstance(x, Dictionary) and n in x: return x[n]
    def table(self, e, kids):
        rows = []
        for k in kids(e):
            if not isinstance(k, Dictionary) or '/S' not in k: continue
            t = self.std_type(s(k.S)[1:])
            if t == 'TR': rows.append(k)
            elif t in ('THead', 'TBody', 'TFoot'): rows += [r for r in kids(k) if isinstance(r, Dictionary) and '/S' in r and self.std_type(s(r.S)[1:]) == 'TR']
        grid = {}; ids = {}; cells = []; width = []
        for y, r in enumerate(rows):
            x = 0; n = 0
            for c in kids(r):
                if not isinstance(c, Dictionary) or '/S' not in c: continue
                t = self.std_type(s(c.S)[1:])
                if t not in ('TH', 'TD'): continue
                while (x, y) in grid: x += 1
                cs, rs = int(self.attr(c, '/ColSpan') or 1), int(self.attr(c, '/RowSpan') or 1)
                if cs < 1 or rs < 1 or cs * rs > 100000: self.bad('7.2', 'cell span %d x %d' % (cs, rs)); cs = rs = 1
                for dx in range(cs):
                    for dy in range(rs):
                        if (x + dx, y + dy) in grid: self.bad('7.2', 'table cells overlap')
                        grid[x + dx, y + dy] = len(cells)
                if y + rs > len(rows): self.bad('7.2', 'row span beyond the last row')
                if t == 'TH' and '/ID' in c: ids[s(c.ID)] = c
                cells.append((t, c, x, y, cs, rs)); x += cs
        ws = {y: max([x for (x, yy) in grid if yy == y], default=-1) + 1 for y in range(len(rows))}
        cnt = {y: sum(1 for (x, yy) in grid if yy == y) for y in range(len(rows))}
        if len(set(cnt.values())) > 1: self.bad('7.2', 'table rows have different numbers of columns')
        sc = {}
        for (t, c, x, y, cs, rs) in cells:
            if t == 'TH':
                v = self.attr(c, '/Scope')
                v = s(v)[1:] if v is not None else None
                if v in ('Row', 'Both'):
                    for i in range(rs): sc.setdefault(('r', y + i), []).append(x)
                if v in ('Column', 'Both'):
                    for i in range(cs): sc.setdefault(('c', x + i), []).append(y)
        if not any(t == 'TH' for (t, *_) in cells): return       # no header at all: not a machine condition
        for (t, c, x, y, cs, rs) in cells:
            if t != 'TD': continue
            h = self.attr(c, '/Headers')
            if h is not None and len(h):
                un = [s(i) for i in h if s(i) not in ids]
                if un: self.bad('7.5', 'TD refers to unknown header %r' % un[0])
                continue
            if not (sc.get(('r', y)) or sc.get(('c', x))): self.bad('7.5', 'TD without a header: its TH lacks Scope')
    # ---- pages and content
    def pages(self):
        self.fonts = {}; self.forms = set()
        for no, page in enumerate(self.pdf.pages, 1):
            P = page.obj; sp = P.get('/StructParents')
            an = P.get('/Annots')
            vis = []
            if an is not None:
                for a in an:
                    if a is None or not isinstance(a, Dictionary): continue
                    self.annot(a, P, no); vis.append(a)
                if vis and P.get('/Tabs') != Name.S: self.bad('7.18.3', 'page %d has annotations and Tabs is not S' % no)
            try:
                B = {n: [float(v) for v in P[n]] for n in ('/MediaBox', '/CropBox', '/BleedBox', '/TrimBox') if n in P}
                if '/MediaBox' not in B: B['/MediaBox'] = [float(v) for v in page.mediabox]
                if any(len(v) != 4 for v in B.values()): self.bad('own', 'page %d: a box without four numbers' % no)
                else:
                    for i, o in (('/TrimBox', '/BleedBox'), ('/BleedBox', '/MediaBox'), ('/TrimBox', '/MediaBox'), ('/CropBox', '/MediaBox')):
                        if i in B and o in B and (B[i][0] < B[o][0] - .01 or B[i][1] < B[o][1] - .01 or B[i][2] > B[o][2] + .01 or B[i][3] > B[o][3] + .01):
                            self.bad('own', 'page %d: %s reaches outside %s' % (no, i[1:], o[1:]))
                if int(P.get('/Rotate', 0)) % 90: self.bad('own', 'page %d: Rotate %s' % (no, P.Rotate))
            except Exception as x: self.bad('own', 'page %d: boxes: %s' % (no, str(x)[:60]))
            try: self.content(page.obj, P, page.obj, no, 0, sp)
            except (pikepdf.PdfError, ValueError, RecursionError) as x: self.bad('own', 'page %d: content stream: %s' % (no, str(x)[:80]))
    def annot(self, a, P, no):
        sub = s(a.get('/Subtype'))[1:]; F = int(a.get('/F', 0)); info = self.annot_elem.get(key(a)) if hasattr(self, 'annot_elem') else None
        hidden = F & 2; r = a.get('/Rect'); cb = P.get('/CropBox') or P.get('/MediaBox') or pikepdf.Page(P).mediabox
        try:
            q = [float(v) for v in r]; b = [float(v) for v in cb]
            outside = max(q[0], q[2]) < min(b[0], b[2]) or min(q[0], q[2]) > max(b[0], b[2]) or max(q[1], q[3]) < min(b[1], b[3]) or min(q[1], q[3]) > max(b[1], b[3])
        except Exception: outside = False
        t = info[0] if info else None; alt = s(info[1].get('/Alt', '')) if info else ''; con = s(a.get('/Contents', ''))
        if sub == 'PrinterMark':
            if info: self.bad('7.18.8', 'PrinterMark is in the structure')
            return
        if hidden or outside: return
        if sub == 'TrapNet': self.bad('7.18.2', 'TrapNet annotation')
        if sub == 'Link':
            if t != 'Link' : self.bad('7.18.5', 'page %d: link annotation in %s, not in Link' % (no, t))
            if not con: self.bad('7.18.5', 'page %d: link annotation without Contents' % no)
        elif sub == 'Widget':
            if t != 'Form': self.bad('7.18.4', 'page %d: widget in %s, not in Form' % (no, t))
            tu, f, g = '', a, 0
            while f is not None and g < 20: tu = tu or s(f.get('/TU', '')); f = f.get('/Parent'); g += 1
            if not tu and not alt: self.bad('7.18.1', 'page %d: field without TU' % no)
            if tu and not self.haslang and not (info and '/Lang' in info[1]): self.bad('7.2', 'TU without a language')
        elif sub != 'Popup' :
            if t != 'Annot': self.bad('7.18.1', 'page %d: %s annotation in %s, not in Annot' % (no, sub, t))
            if not con and not alt: self.bad('7.18.1', 'page %d: %s annotation without Contents or Alt' % (no, sub))
        if sub != 'Widget' and con and not self.haslang and not (info and '/Lang' in info[1]): self.bad('7.2', 'Contents without a language')
        if '2b' in self.std and sub != 'Popup' and not (F & 4 and not F & (1 | 2 | 32)): self.bad('6.3.2', 'page %d: %s annotation flags %d' % (no, sub, F))
        ac = a.get('/A')
        if ac is not None and ac.get('/S') in (Name.Rendition,):
            c = ac.R.get('/C') if '/R' in ac else None
            if c is not None and '/CT' not in c: self.bad('7.18.6.2', 'media clip without CT')
            if c is not None and ('/Alt' not in c): self.bad('7.18.6.2', 'media clip without Alt')
    OPS = set('b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID INLINE j J K k l m M MP n '
              'q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split()) | {'INLINE IMAGE'}
    PAINT = set('S s f F f* B B* b b* sh Do BI'.split()); SHOW = set("Tj TJ ' \"".split())
    def content(self, stm, P, where, no, depth, sp, outer=None):
        if depth > 20: return
        res = stm.get('/Resources') or P.get('/Resources') or pikepdf.Page(P).resources
        props = res.get('/Properties') if res is not None else None
        xo = res.get('/XObject') if res is not None else None; fo = res.get('/Font') if res is not None else None
        stack = list(outer or []); font = None; mode = 0; gs = []
        for ins in pikepdf.parse_content_stream(stm if isinstance(stm, pikepdf.Stream) else pikepdf.Page(stm)):
            op = str(ins.operator); a = ins.operands
            if op not in self.OPS: self.bad('own', 'page %d: unknown operator %s' % (no, op[:20]))
            if op in ('BDC', 'BMC'):
                tag = s(a[0])[1:]; d = None
                if op == 'BDC': d = a[1] if isinstance(a[1], Dictionary) else (props.get(s(a[1])) if props is not None and isinstance(a[1], Name) else None)
                mcid = int(d.get('/MCID', -1)) if isinstance(d, Dictionary) else -1
                el = self.elem_of.get((key(where), mcid)) if mcid >= 0 and hasattr(self, 'elem_of') else None
                if tag == 'Artifact' and any(x[1] for x in stack): self.bad('7.1', 'page %d: Artifact inside tagged content' % no)
                if el and any(x[0] == 'Artifact' for x in stack): self.bad('7.1', 'page %d: tagged content inside an Artifact' % no)
                ln = ''
                if isinstance(d, Dictionary):
                    if '/Lang' in d:
                        ln = s(d.Lang)
                        if not LANG.match(ln): self.bad('7.2', 'Lang %r in a property list' % ln)
                    inh = ln or any(x[2] for x in stack) or (el and el[2])
                    for n in ('/Alt', '/ActualText', '/E'):
                        if tag == 'Span' and n in d and not inh and not self.haslang: self.bad('7.2', '%s in marked content without a language' % n[1:])
                stack.append((tag, el, ln, mcid))
                if mcid >= 0 and tag != 'Artifact' and el is not None and self.ptree is not None and sp is not None:
                    arr = self.ptree.get(int(sp))
                    try: ok = isinstance(arr, Array) and mcid < len(arr) and key(arr[mcid]) == key(el[0])
                    except Exception: ok = False
                    if not ok: self.bad('own', 'page %d: ParentTree does not lead from MCID %d to its element' % (no, mcid))
            elif op == 'EMC':
                if len(stack) > len(outer or []): stack.pop()
                else: self.bad('own', 'page %d: EMC without BMC/BDC' % no)
            elif op == 'q': gs.append((font, mode))
            elif op == 'Q':
                if gs: font, mode = gs.pop()
                else: self.bad('own', 'page %d: Q without q' % no)
            elif op == 'Tf': font = fo.get(s(a[0])) if fo is not None else None
            elif op == 'Tr': mode = int(a[0])
            elif op in self.SHOW or op in self.PAINT or op == 'INLINE IMAGE':
                if op == 'Do':
                    x = xo.get(s(a[0])) if xo is not None else None
                    if x is None: continue
                    if x.get('/Subtype') == Name.Form:
                        own = '/StructParents' in x
                        if own and b'MCID' in x.read_bytes():
                            if key(x) in self.forms: self.bad('7.20', 'a form XObject with marked content is drawn twice')
                            self.forms.add(key(x))
                        self.content(x, P, x if own else where, no, depth + 1, x.get('/StructParents') if own else sp, stack)
                        continue
                if not any(m[0] == 'Artifact' or m[1] for m in stack): self.bad('7.1', 'page %d: %s outside tagged content and Artifact' % (no, op))
                if op in self.SHOW:
                    if not self.haslang and not any(m[2] or (m[1] and m[1][2]) for m in stack): self.bad('7.2', 'page %d: text without a language' % no)
                    if font is not None:
                        f = self.fonts.setdefault(key(font), [font, set(), False])
                        if mode != 3: f[2] = True
                        for o in a:
                            for z in (o if isinstance(o, Array) else [o]):
                                if isinstance(z, pikepdf.String): self.codes(f, bytes(z))
        if len(stack) != len(outer or []): self.bad('own', 'page %d: BMC/BDC without EMC' % no)
        if gs: self.bad('own', 'page %d: q without Q' % no)
    def codes(self, f, b):
        if f[0].get('/Subtype') == Name.Type0:
            if len(b) % 2: self.bad('own', 'odd string length with a two-byte font')
            for i in range(0, len(b) - 1, 2): f[1].add(b[i] << 8 | b[i + 1])
        else: f[1].update(b)
    # ---- fonts
    def fontcheck(self):
        for font, codes, drawn in self.fonts.values():
            st = font.get('/Subtype'); bn = s(font.get('/BaseFont', '?'))[1:]
            d = font.DescendantFonts[0] if st == Name.Type0 else font
            fd = d.get('/FontDescriptor')
            ff = None
            if fd is not None:
                for n in ('/FontFile', '/FontFile2', '/FontFile3'):
                    if n in fd: ff = fd[n]
            if st == Name.Type3: continue
            if ff is None and drawn: self.bad('7.21.4.1', 'font %s is not embedded' % bn)
            enc = font.get('/Encoding')
            if st == Name.Type0:
                ident = enc in (Name('/Identity-H'), Name('/Identity-V'))
                if d.get('/Subtype') == Name.CIDFontType2 and ff is not None:
                    g = d.get('/CIDToGIDMap')
                    if g != Name.Identity and not isinstance(g, pikepdf.Stream): self.bad('7.21.3.2', 'font %s without a CIDToGIDMap that is Identity or a stream' % bn)
                tu = font.get('/ToUnicode')
                known = ident and s(d.CIDSystemInfo.get('/Registry', '')) == 'Adobe' and s(d.CIDSystemInfo.get('/Ordering', '')) in ('GB1', 'CNS1', 'Japan1', 'Korea1')
                if known: tu = None
                if isinstance(enc, Name) and not ident or isinstance(enc, pikepdf.Stream): self.bad('own', 'font %s: encoding is not Identity-H: not checked' % bn)
                if ident and not known and not isinstance(tu, pikepdf.Stream) and codes: self.bad('7.21.7', 'font %s without ToUnicode' % bn)
                elif isinstance(tu, pikepdf.Stream) and ident:
                    m = self.cmap(tu.read_bytes())
                    miss = [c for c in codes if c not in m]
                    if miss: self.bad('7.21.7', 'font %s: ToUnicode lacks code %04X' % (bn, min(miss)))
                    if any(u in (0, 0xFFFE, 0xFEFF) for c in codes for u in m.get(c, [])): self.bad('7.21.7', 'font %s: ToUnicode maps to 0, FEFF or FFFE' % bn)
                if ident and 0 in codes: self.bad('7.21.8', 'font %s: .notdef is shown' % bn)
                if ident and ff is not None and TTFont is not None and (d.get('/Subtype') == Name.CIDFontType2) and drawn: self.widths(bn, d, ff, codes)
                for n in ('/CIDSet',):
                    if fd is not None and n in fd: self.bad('own', 'font %s has a CIDSet: leave it out, its content is not checked here' % bn)
            tu = font.get('/ToUnicode')
            if st != Name.Type0 and isinstance(tu, pikepdf.Stream):
                m = self.cmap(tu.read_bytes())
                if any(u in (0, 0xFFFE, 0xFEFF) for c in codes for u in m.get(c, [])): self.bad('7.21.7', 'font %s: ToUnicode maps to 0, FEFF or FFFE' % bn)
            if st == Name.TrueType:
                sym = fd is not None and int(fd.get('/Flags', 0)) & 4
                if not sym:
                    base = enc if isinstance(enc, Name) else enc.get('/BaseEncoding') if isinstance(enc, Dictionary) else None
                    if base not in (Name.MacRomanEncoding, Name.WinAnsiEncoding): self.bad('7.21.6', 'font %s: non-symbolic TrueType without MacRoman or WinAnsi encoding' % bn)
                elif enc is not None: self.bad('7.21.6', 'font %s: symbolic TrueType with Encoding' % bn)
    def cmap(self, b):
        t = b.decode('latin1'); m = {}
        u = lambda h: [ord(c) for c in bytes.fromhex(h if len(h) % 2 == 0 else '0' + h).decode('utf-16-be', 'replace')] if len(h) >= 4 else [int(h or '0', 16)]
        for blk in re.findall(r'beginbfchar(.*?)endbfchar', t, re.S):
            for a, c in re.findall(r'<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F ]*)\s*>', blk): m[int(a, 16)] = u(c.replace(' ', ''))
        for blk in re.findall(r'beginbfrange(.*?)endbfrange', t, re.S):
            for a, z, c, arr in re.findall(r'<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*(?:<\s*([0-9a-fA-F ]*)\s*>|\[(.*?)\])', blk, re.S):
                a, z = int(a, 16), int(z, 16)
                if z - a > 65535: continue
                if arr:
                    for i, h in enumerate(re.findall(r'<\s*([0-9a-fA-F ]*)\s*>', arr)): m[a + i] = u(h.replace(' ', ''))
                else:
                    v = u(c.replace(' ', ''))
                    for i in range(z - a + 1): m[a + i] = v[:-1] + [v[-1] + i]
        return m
    def widths(self, bn, d, ff, codes):
        try: f = TTFont(io.BytesIO(ff.read_bytes()), lazy=True); up = f['head'].unitsPerEm; go = f.getGlyphOrder(); hm = f['hmtx']
        except Exception as x: self.bad('own', 'font %s does not parse: %s' % (bn, str(x)[:60])); return
        W = {}; w = d.get('/W'); i = 0
        while w is not None and i < len(w):
            if isinstance(w[i + 1], Array):
                for j, v in enumerate(w[i + 1]): W[int(w[i]) + j] = float(v)
                i += 2
            else:
                for c in range(int(w[i]), min(int(w[i + 1]), int(w[i]) + 65535) + 1): W[c] = float(w[i + 2])
                i += 3
        dw = float(d.get('/DW', 1000)); g = d.get('/CIDToGIDMap'); gm = g.read_bytes() if isinstance(g, pikepdf.Stream) else None
        for c in sorted(codes):
            gid = (gm[2 * c] << 8 | gm[2 * c + 1]) if gm is not None and 2 * c + 1 < len(gm) else c if gm is None else 0
            if gid >= len(go): self.bad('7.21.4.1', 'font %s has no glyph %d' % (bn, gid)); continue
            v = hm[go[gid]][0] * 1000.0 / up
            if abs(v - W.get(c, dw)) > 1: self.bad('7.21.5', 'font %s: width of CID %d is %g, in the font program %g' % (bn, c, W.get(c, dw), v)); return
    # ---- PDF/A-2b, the part that concerns us
    def pdfa(self):
        T = self.pdf.trailer; R = self.root
        if '/ID' not in T: self.bad('6.1.3', 'no ID in the trailer')
        if '/Encrypt' in T: self.bad('6.1.3', 'encrypted')
        if not re.match(rb'%PDF-1\.\d[\r\n]+%[\x80-\xff]{4}', self.raw): self.bad('6.1.2', 'no comment with four bytes over 127 after the header')
        ois = [o for o in R.get('/OutputIntents', []) if o.get('/S') == Name.GTS_PDFA1]
        if not any('/DestOutputProfile' in o for o in ois): self.bad('own', 'no GTS_PDFA1 output intent with a profile (needed when device colours are used)')
        for n in ('/JavaScript', '/EmbeddedFiles'):
            if '/Names' in R and n in R.Names and n == '/JavaScript': self.bad('6.5.1', 'JavaScript')
        if '/AA' in R: self.bad('6.5.2', 'AA in the catalog')
        if R.get('/NeedsRendering') is True: self.bad('6.4.2', 'NeedsRendering')
        if '/Requirements' in R: self.bad('6.11', 'Requirements in the catalog')
        for o in self.pdf.objects:
            if isinstance(o, pikepdf.Stream):
                fl = o.get('/Filter'); fl = [fl] if isinstance(fl, Name) else list(fl or [])
                if Name.LZWDecode in fl: self.bad('6.1.7.2', 'LZW')
                if '/F' in o and o.get('/Subtype') != Name.Link: self.bad('6.1.7.1', 'external stream')
                if o.get('/Subtype') == Name.Image:
                    if o.get('/Interpolate') is True: self.bad('6.2.8', 'image with Interpolate true')
                    if '/Alternates' in o or '/OPI' in o: self.bad('6.2.8', 'image with Alternates or OPI')
                if o.get('/Subtype') == Name.PS or o.get('/Subtype2') == Name.PS: self.bad('6.2.9', 'PostScript XObject')
            if isinstance(o, Dictionary) and o.get('/Type') == Name.Page and '/AA' in o: self.bad('6.5.2', 'AA in a page')
            if isinstance(o, Dictionary) and o.get('/S') in (Name.Launch, Name.Sound, Name.Movie, Name.ResetForm, Name.ImportData, Name.Hide, Name.JavaScript, Name.Rendition) and ('/Type' not in o or o.Type == Name.Action): self.bad('6.5.1', 'action %s' % o.S)
    def run(self):
        self.rm = {}; self.elem_of = {}; self.annot_elem = {}; self.ptree = {}; self.haslang = False
        self.doc()
        self.struct(); self.pages(); self.fontcheck()
        if '2b' in self.std: self.pdfa()
        return self.out

def main():
    av = sys.argv[1:]; std = 'both'
    if av[:1] == ['--std']: std = av[1]; av = av[2:]
    st = {'ua1', '2b'} if std == 'both' else {std}; rc = 0
    for p in av:
        try: out = Check(p, st).run()
        except Exception as e:
            print('FAIL %s error %s: %s' % (p, type(e).__name__, str(e)[:120])); rc = max(rc, 2); continue
        for c, m in out: print('FAIL %s %s %s' % (p, c, m))
        if out: rc = max(rc, 1)
        else: print('PASS %s' % p)
    sys.exit(rc)
if __name__ == '__main__': main()
