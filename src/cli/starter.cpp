#include "cli/starter.hpp"

#include <array>

namespace brochure::cli {

const std::string_view starter_drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 154 120">
  <circle cx="104" cy="72" r="44" fill="#135566"/>
  <circle cx="104" cy="72" r="18" fill="#f2a766"/>
</svg>
)";

const std::string_view starter_house =
    R"(# Who hands the brochures out. Replace all that stands between { and }, the braces too.
name = "{name of the hospital}"
address = "{street, town}"
# website = "https://…"
phone = "{telephone number of the department}"
emergency_phone = "{number for emergencies}"
)";

namespace {

constexpr Starter dutch{
    "nl", R"(# Feiten die in elke taal gelden. Vervang alles tussen { en }, met de accolades.
id = "{{id}}"
master = "{{language}}"
edition = "1"
updated = {{today}}
review_by = {{later}}

# Elke afbeelding, met de maker en de licentie.
[[image]]
id = "cover"
file = "images/cover.svg"
author = "{uw naam}"
licence = "{licentie, bijvoorbeeld CC BY 4.0}"

# Waar de tekst haar feiten vandaan heeft.
[[source]]
id = "bron"
title = "{titel van de bron}"
publisher = "{uitgever}"
# address = "https://…"
seen = {{today}}
)",
    R"(+++
# Vervang alles tussen { en }, met de accolades.
title = "{titel van de folder}"
subtitle = "{waar deze folder over gaat}"
summary = "{in één of twee zinnen: wat de lezer hier vindt}"
key_messages = [
  "{wat de lezer in elk geval moet onthouden}",
  "{wat de lezer zelf kan doen}",
]

[[treatment]]
id = "behandeling"
name = "{naam van de behandeling}"
aim = "{waarvoor zij dient}"
how = "{hoe zij gaat}"
section = "behandeling"

[[glossary]]
term = "{moeilijk woord}"
meaning = "{wat het betekent}"
+++

## {Wat is er aan de hand?} {#wat-is-het}

{Schrijf korte zinnen en zeg ‘u’. Leg moeilijke woorden uit.} [@bron]

> [!WARNING]
>
> - {als dit gebeurt}
> - {of als dat gebeurt}

## {De behandeling} {#behandeling}

{Hoe het gaat.} Meer hierover leest u bij [de klachten](#wat-is-het).

{{overview}}
)",
    R"(department = "{naam van de afdeling}"
hours = "{dagen en tijden}"
contact = "{wie de lezer belt}"
emergency = "Buiten deze tijden en bij spoed"
emergency_hours = "dag en nacht"
)",
    R"(Deze folder geeft algemene informatie. Zij vervangt het advies van uw arts niet. Hebt u klachten of vragen?
Neem dan contact op met uw arts.
)"};

constexpr Starter english{
    "en", R"(# Facts that hold in every language. Replace all that stands between { and }, the braces too.
id = "{{id}}"
master = "{{language}}"
edition = "1"
updated = {{today}}
review_by = {{later}}

# Every picture, with its maker and licence.
[[image]]
id = "cover"
file = "images/cover.svg"
author = "{your name}"
licence = "{licence, such as CC BY 4.0}"

# Where the text has its facts from.
[[source]]
id = "source"
title = "{title of the source}"
publisher = "{publisher}"
# address = "https://…"
seen = {{today}}
)",
    R"(+++
# Replace all that stands between { and }, the braces too.
title = "{title of the brochure}"
subtitle = "{what it is about}"
summary = "{in one or two sentences: what the reader finds here}"
key_messages = [
  "{what the reader must remember}",
  "{what the reader can do}",
]

[[treatment]]
id = "treatment"
name = "{name of the treatment}"
aim = "{what it is for}"
how = "{how it is done}"
section = "treatment"

[[glossary]]
term = "{difficult word}"
meaning = "{what it means}"
+++

## {What is the matter?} {#what-it-is}

{Write short sentences and say ‘you’. Explain difficult words.} [@source]

> [!WARNING]
>
> - {if this happens}
> - {or if that happens}

## {The treatment} {#treatment}

{How it is done.} You can read more about this under [the complaints](#what-it-is).

{{overview}}
)",
    R"(department = "{name of the department}"
hours = "{days and times}"
contact = "{whom the reader calls}"
emergency = "Outside these hours and in an emergency"
emergency_hours = "day and night"
)",
    R"(This brochure gives general information. It does not replace the advice of your doctor. Do you have complaints
or questions? Then contact your doctor.
)"};

constexpr std::array all{dutch, english};

}  // namespace

std::span<const Starter> starters() { return all; }

}  // namespace brochure::cli
