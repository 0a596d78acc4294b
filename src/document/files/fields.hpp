// Fields: the strings of our TOML files that end up on paper or name something.
// In: a table and a key. Out: checked strings and texts; empty where nothing usable was written (reported if
// required).
#pragma once

#include <string>
#include <string_view>

#include "config/toml.hpp"
#include "document/markdown/inlines.hpp"
#include "document/model/document.hpp"

namespace brochure::document {

// Words as they stand: no forbidden characters, not blank.
std::string label_field(config::Table& table, std::string_view key,
                        config::Need need = config::Need::optional);

// The same of what an editor writes: what is yet to be filled in is reported (placeholders.hpp).
std::string plain_field(config::Table& table, std::string_view key,
                        config::Need need = config::Need::optional);

// Inline Markdown.
Text text_field(config::Table& table, std::string_view key, References& references,
                config::Need need = config::Need::optional);
Text text_of(const config::Value& value, References& references);

// A required id that is well formed and new; `known` collects them.
std::string id_field(config::Table& table, std::vector<std::string>& known);

// An address that begins with http:// or https://.
std::string address_field(config::Table& table, std::string_view key);

// A telephone number as it is printed. Refused if it is not one number that can be dialled.
std::string phone_field(config::Table& table, std::string_view key,
                        config::Need need = config::Need::optional);

}  // namespace brochure::document
