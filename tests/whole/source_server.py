"""A web server full of traps for `brochure sources check`.

source_server.py DAYFILE    serves on 127.0.0.1; prints its port; DAYFILE holds the number of the day
source_server.py --list     prints the traps as JSON: name, heading or anchor, the states of the five days

Each trap is a page that behaves on one of the days 0, 1, 2, 40 and 41 in some way that pages do.
"""
import datetime
import gzip
import http.server
import json
import sys
import time
import urllib.parse

FIRST_DAY = datetime.date(2026, 1, 1)
DAYS = [0, 1, 2, 40, 41]
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december"]
ALWAYS_SAME = ["same"] * 5
CHANGED = ["same", "same", "changed", "changed", "changed"]
AWAY_FROM_1 = ["same"] + ["away"] * 4
AWAY_ON_1 = ["same", "away", "same", "same", "same"]
GONE = ["same", "away", "gone", "gone", "gone"]
MOVED = ["same"] + ["moved"] * 4

TEXT = ["De uitzaaiing maakt het bot zwakker.", "Bestraling neemt bij de meeste mensen pijn weg.",
        "U krijgt elke vier weken een infuus van 4 mg.", "Drink genoeg water op de dag van het infuus.",
        "Bel bij koorts boven 38,5 °C.", "Vertel de tandarts dat u dit middel krijgt."]

traps = {}


def trap(states, heading="", anchor=""):
    def add(function):
        name = function.__name__.replace("_", "-")
        traps[name] = {"serve": function, "states": states, "heading": heading, "anchor": anchor}
        return function
    return add


def page(text=TEXT, title="Botmetastasen", before="", after="", main=""):
    words = "".join(f"<p>{line}</p>" for line in text)
    return (f"<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><title>{title}</title></head><body>"
            f"<nav><ul><li>Home</li><li>Contact</li></ul></nav>{before}"
            f"<main><h1>{title}</h1>{words}{main}</main>{after}<footer>Colofon</footer></body></html>")


def edited(**words):
    return [line.replace(words["old"], words["new"]) for line in TEXT]


NEW = edited(old="4 mg", new="8 mg")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked = []

    def log_message(self, *_):
        pass

    @property
    def day(self):
        return int(open(sys.argv[1]).read())

    @property
    def date(self):
        return FIRST_DAY + datetime.timedelta(days=self.day)

    @property
    def port(self):
        return self.server.server_address[1]

    def send(self, body="", status=200, kind="text/html; charset=utf-8", length=None, **headers):
        data = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            pass
        if length is not None:
            self.close_connection = True

    def redirect(self, where, status):
        self.send("", status, Location=where)

    def do_HEAD(self):
        self.asked.append(["HEAD", self.path, self.day])
        self.send("", 500)

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        self.asked.append(["GET", path, self.day])
        name = path.strip("/")
        if path == "/robots.txt":
            self.send("User-agent: *\nDisallow: /robots-forbid\n", kind="text/plain")
        elif path == "/asked":
            self.send(json.dumps(self.asked), kind="application/json")
        elif name in traps:
            traps[name]["serve"](self)
        elif path == "/new-home":
            self.send(page())
        elif path == "/new-home-and-words":
            self.send(page(NEW if self.day else TEXT))
        elif path == "/":
            self.send(page(["Welkom"]))
        else:
            self.send("", 404)


@trap(ALWAYS_SAME)
def nothing_new(h):
    h.send(page())


@trap(CHANGED)
def other_dose(h):
    h.send(page(NEW if h.day else TEXT))


@trap(ALWAYS_SAME)
def other_for_one_day(h):
    h.send(page(NEW if h.day == 1 else TEXT))


@trap(CHANGED)
def paragraph_removed(h):
    h.send(page(TEXT[:4] + TEXT[5:] if h.day else TEXT))


@trap(CHANGED)
def paragraph_added(h):
    h.send(page(TEXT + (["Gebruik geen ibuprofen."] if h.day else [])))


@trap(CHANGED)
def cell_of_a_table(h):
    h.send(page(main=f"<table><tr><td>Dosis</td><td>{5 if h.day else 2} tabletten</td></tr></table>"))


@trap(CHANGED)
def steps_in_another_order(h):
    steps = ["Spoel de spuit.", "Meet uw temperatuur."]
    h.send(page(main="<ol>" + "".join(f"<li>{s}</li>" for s in (steps[::-1] if h.day else steps)) + "</ol>"))


@trap(ALWAYS_SAME)
def etag_changes_alone(h):
    h.send(page(), ETag=f'"{h.day}"')


@trap(["same", "same", "same", "same", "changed"])
def lying_304(h):
    if h.headers.get("If-None-Match"):
        return h.send("", 304)
    h.send(page(NEW if h.day else TEXT), ETag='"always"')


@trap(["same", "same", "same", "same", "changed"])
def lying_304_by_date(h):
    if h.headers.get("If-Modified-Since"):
        return h.send("", 304)
    h.send(page(NEW if h.day else TEXT), Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT")


@trap(ALWAYS_SAME)
def honest_304(h):
    if h.headers.get("If-None-Match") == '"v1"':
        return h.send("", 304)
    h.send(page(), ETag='"v1"')


@trap(AWAY_FROM_1)
def cookie_wall(h):
    h.send(page(["Accepteer cookies om verder te lezen."], title="Cookies") if h.day else page())


@trap(ALWAYS_SAME)
def cookie_bar(h):
    bar = "<div class='cookie-bar'><p>Wij gebruiken cookies.</p></div>" if h.day else ""
    h.send(page(before=bar, main=bar))


@trap(GONE)
def soft_404(h):
    h.send(page(["Zoek verder op onze site."] * 9, title="Pagina niet gevonden") if h.day else page())


@trap(GONE)
def status_404(h):
    h.send(page(), 404 if h.day else 200)


@trap(GONE)
def status_410(h):
    h.send(page(), 410 if h.day else 200)


@trap(AWAY_ON_1)
def status_404_once(h):
    h.send(page(), 404 if h.day == 1 else 200)


@trap(["same", "away", "gone", "same", "same"])
def gone_and_back(h):
    h.send(page(), 404 if h.day in (1, 2) else 200)


@trap(AWAY_FROM_1)
def status_403(h):
    h.send(page(), 403 if h.day else 200)


@trap(["same", "away", "away", "same", "same"])
def status_429(h):
    if h.day in (1, 2):
        return h.send("", 429, Retry_After=str(5 * 86400))
    h.send(page())


@trap(AWAY_ON_1)
def status_503(h):
    h.send("", 503) if h.day == 1 else h.send(page())


@trap(ALWAYS_SAME)
def head_is_500(h):
    h.send(page())


@trap(ALWAYS_SAME)
def redirect_for_now(h):
    h.redirect("/new-home", 302) if h.day else h.send(page())


@trap(MOVED)
def redirect_for_good(h):
    h.redirect("/new-home", 301) if h.day else h.send(page())


@trap(MOVED)
def redirect_to_another_host(h):
    h.redirect(f"http://localhost:{h.port}/new-home", 308) if h.day else h.send(page())


@trap(["same", "moved", "changed", "changed", "changed"])
def redirect_to_other_words(h):
    h.redirect("/new-home-and-words", 301) if h.day else h.send(page())


@trap(AWAY_FROM_1)
def redirect_to_a_private_address(h):
    h.redirect("http://10.0.0.1/botmetastasen", 301) if h.day else h.send(page())


@trap(AWAY_FROM_1)
def redirect_to_the_machine_itself(h):
    h.redirect(f"http://127.0.0.2:{h.port}/new-home", 302) if h.day else h.send(page())


@trap(AWAY_FROM_1)
def redirect_to_a_cloud_s_keys(h):
    h.redirect("http://[::ffff:169.254.169.254]/latest/meta-data", 302) if h.day else h.send(page())


@trap(AWAY_FROM_1)
def redirect_to_a_file(h):
    h.redirect("file:///etc/passwd", 301) if h.day else h.send(page())


@trap(AWAY_FROM_1)
def redirect_to_itself(h):
    h.redirect("/redirect-to-itself", 302) if h.day else h.send(page())


@trap(GONE)
def redirect_to_the_home_page(h):
    h.redirect("/", 301) if h.day else h.send(page())


@trap(ALWAYS_SAME)
def date_of_today(h):
    h.send(page(TEXT + [f"Vandaag is het {h.date.day} {MONTHS[h.date.month - 1]} {h.date.year}."]))


@trap(ALWAYS_SAME)
def date_of_today_in_figures(h):
    h.send(page(TEXT + [f"Afgedrukt op {h.date:%d-%m-%Y}."]))


@trap(ALWAYS_SAME)
def date_that_was_today_once(h):
    h.send(page(TEXT + ["Bijgewerkt op 1 januari 2026."]))


@trap(ALWAYS_SAME)
def counter(h):
    h.send(page(TEXT + [f"{1000 + 7 * h.day} keer bekeken"]))


@trap(ALWAYS_SAME)
def random_order(h):
    items = ["Lees ook: borstkanker", "Lees ook: prostaatkanker", "Lees ook: longkanker"]
    turn = h.day % 3
    h.send(page(main="<ul>" + "".join(f"<li>{i}</li>" for i in items[turn:] + items[:turn]) + "</ul>"))


@trap(ALWAYS_SAME)
def quotation_of_the_day(h):
    h.send(page(TEXT + [f"Citaat nummer {h.day * 17}: moed."]))


@trap(ALWAYS_SAME)
def other_navigation(h):
    h.send(page(before=f"<aside>Actie {h.day}</aside><div class='breadcrumb'>Home {h.day}</div>"))


@trap(ALWAYS_SAME)
def gzip_on_some_days(h):
    if h.day % 2:
        return h.send(gzip.compress(page().encode()), Content_Encoding="gzip")
    h.send(page())


@trap(AWAY_ON_1)
def body_cut_short(h):
    body = page()
    h.send(body[:300], length=len(body)) if h.day == 1 else h.send(body)


# What is left of it is read; that it is different for one day is no news.
@trap(ALWAYS_SAME)
def gzip_cut_short(h):
    if h.day == 1:
        return h.send(gzip.compress(page().encode())[:-60], Content_Encoding="gzip")
    h.send(page())


@trap(AWAY_ON_1)
def slow_body(h):
    if h.day == 1:
        h.send(page()[:200], length=100_000)
        h.wfile.flush()
        time.sleep(1.5)
        return
    h.send(page())


@trap(AWAY_ON_1)
def too_large(h):
    h.send(page(["x" * 9_000_000]) if h.day == 1 else page())


@trap(ALWAYS_SAME)
def other_encoding(h):
    if h.day == 1:
        return h.send(page().encode("cp1252"), kind="text/html; charset=windows-1252")
    if h.day == 2:
        body = page().replace("charset='utf-8'", "charset='iso-8859-1'")
        return h.send(body.encode("latin-1"), kind="text/html")
    h.send(page())


@trap(ALWAYS_SAME)
def hyphens_and_spaces(h):
    h.send(page([line.replace("bot", "b\u00adot").replace(" mg", "\u00a0mg") for line in TEXT] if h.day else TEXT))


@trap(AWAY_FROM_1)
def empty_page(h):
    h.send("" if h.day else page())


@trap(AWAY_FROM_1)
def script_alone(h):
    h.send("<html><body><div id='app'></div><script>draw()</script></body></html>" if h.day else page())


@trap(["away"] * 5)
def robots_forbid(h):
    h.send(page())


def parts(effects, other):
    return page(TEXT, main=f"<h2 id='werking'>Werking</h2><p>{other}</p><h2 id='bij'>Bijwerkingen</h2>"
                f"<p>{effects}</p><h3>Vaak</h3><p>Koorts.</p><h2>Bewaren</h2><p>{other}</p>")


@trap(ALWAYS_SAME, heading="Bijwerkingen")
def change_outside_the_heading(h):
    h.send(parts("Misselijk.", f"Versie {min(h.day, 1)}"))


@trap(CHANGED, heading="Bijwerkingen")
def change_under_the_heading(h):
    h.send(parts("Misselijk en moe." if h.day else "Misselijk.", "x"))


@trap(ALWAYS_SAME, anchor="bij")
def change_outside_the_anchor(h):
    h.send(parts("Misselijk.", f"Versie {min(h.day, 1)}"))


@trap(CHANGED, anchor="bij")
def change_at_the_anchor(h):
    h.send(parts("Misselijk en moe." if h.day else "Misselijk.", "x"))


@trap(AWAY_FROM_1, heading="Bijwerkingen")
def heading_vanishes(h):
    h.send(page() if h.day else parts("Misselijk.", "x"))


if __name__ == "__main__":
    if sys.argv[1] == "--list":
        print(json.dumps([{"name": name, "heading": t["heading"], "anchor": t["anchor"], "states": t["states"]}
                          for name, t in traps.items()]))
    else:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
