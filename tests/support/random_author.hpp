// RandomAuthor: brochures that no author would write: every block nested at random, pictures of any shape,
// tables of up to two hundred rows, a word of three hundred letters.
// In: a seed. Out: a brochure and its drawings, and every word that stands in them.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "support/small_brochure.hpp"

namespace brochure::test {

// Words that occur once, and tell by their second letter where they belong: xb… in the body, xh… in a
// heading, xn… in a note, xc… in a caption, xa… in an alternative text.
class Words {
  public:
    explicit Words(std::mt19937& random) : random_(random) {}

    std::string next(char kind, std::size_t letters = 0) {
        std::string word = std::string{"x"} + kind;
        constexpr std::size_t base = 20;
        for (std::size_t number = ++count_; number > 0; number /= base)
            word += "bcdfghjklmnpqrstvwz"[number % base % 19] + std::string{"aeiou"[number % 5]};
        word += std::to_string(count_);
        if (letters == 0) letters = std::uniform_int_distribution<std::size_t>{3, 16}(random_);
        while (word.size() < letters) word += "aeionrstl"[random_() % 9];
        said_[kind].push_back(word);
        return word;
    }
    [[nodiscard]] const std::vector<std::string>& said(char kind) { return said_[kind]; }

  private:
    std::mt19937& random_;
    std::size_t count_ = 0;
    std::map<char, std::vector<std::string>> said_;
};

class Author {
  public:
    explicit Author(unsigned seed) : random_(seed), words_(random_) {}

    SmallBrochure write(std::map<std::string, std::string>& drawings) {
        const std::size_t pictures = number(0, 4);
        for (std::size_t i = 0; i < pictures; ++i) {
            const std::string id = "p" + std::to_string(i);
            drawings[id + ".svg"] = drawing();
            brochure_.images += "\n[[image]]\nid = \"" + id + "\"\nfile = \"" + id +
                                ".svg\"\nauthor = \"Tekenaar\"\nlicence = \"CC0\"\n";
            unused_.push_back(id);
        }
        brochure_.body = "## " + sentence('h', 1, 8) + "\n\n" + paragraph() + "\n\n";
        const std::size_t blocks = number(1, 40);
        for (std::size_t i = 0; i < blocks; ++i) brochure_.body += block("", 0, 2);
        for (const std::string& id : unused_) brochure_.body += figure(id, "");
        for (std::size_t i = 1; i <= notes_; ++i)
            brochure_.body += "[^n" + std::to_string(i) + "]: " + sentence('n', 1, 20) + "\n\n";
        return brochure_;
    }
    Words& words() { return words_; }

  private:
    std::size_t number(std::size_t from, std::size_t to) {
        return std::uniform_int_distribution<std::size_t>{from, to}(random_);
    }
    bool one_in(std::size_t n) { return number(1, n) == 1; }

    std::string drawing() {
        const std::string width = std::to_string(number(5, 400)), height = std::to_string(number(5, 400));
        return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + width + " " + height +
               R"(" width=")" + width + R"(mm" height=")" + height + R"(mm"><rect x="0" y="0" width=")" +
               width + R"(" height=")" + height + R"(" fill="#1f7a8c"/></svg>)";
    }

    std::string sentence(char kind, std::size_t least, std::size_t most) {
        std::string text;
        for (std::size_t left = number(least, most); left > 0; --left) {
            const std::string word = words_.next(kind, kind == 'b' && one_in(2000) ? 300 : 0);
            text += (text.empty() ? "" : " ") + dressed(word, kind);
            if (!one_in(12)) continue;
            const char sign = ",.;:?!"[number(0, 5)];
            if (!text.ends_with('\n')) text += sign;
        }
        const std::string line_break = "\\\n";
        if (text.ends_with(line_break)) text.resize(text.size() - line_break.size());
        return text;
    }

    std::string dressed(const std::string& word, char kind) {
        if (kind != 'b') return word;
        switch (number(0, 60)) {
            case 0:
                return "**" + word + "**";
            case 1:
                return "*" + word + "*";
            case 2:
                return "[" + word + "](https://voorbeeld.example/" + std::to_string(number(0, 999)) + ")";
            case 3:
                return "(" + word + ")";
            case 4:
                return "“" + word + "”";
            case 5:
                return word + " [@boek]";
            case 6:
                if (!may_note_) return word;
                ++notes_;
                return word + "[^n" + std::to_string(notes_) + "]";
            case 7:
                return word + " 10 mg";
            case 8:
                return word + "-" + words_.next('b');
            case 9:
                return word + "\\\n";
            default:
                return word;
        }
    }

    std::string paragraph() { return sentence('b', 1, one_in(10) ? 200 : 60); }

    // A block whose lines all begin with `indent`; `depth` counts what it stands in.
    std::string block(const std::string& indent, int depth, int level) {
        const std::string end = "\n" + trimmed(indent) + "\n";
        switch (number(0, depth == 0 ? 13 : 8)) {
            case 0:
            case 1:
            case 2:
            case 3:
                return indent + continued(paragraph(), indent) + end;
            case 4:
            case 5:
                if (depth > 2) return indent + continued(paragraph(), indent) + end;
                return list(indent, depth);
            case 6:
                if (depth > 0) return indent + continued(paragraph(), indent) + end;
                return quote("> ", "");
            case 7:
                if (depth > 0) return indent + continued(paragraph(), indent) + end;
                return quote("> ", std::string{"> [!"} + kinds_[number(0, kinds_.size() - 1)] + "]\n");
            case 8:
                if (depth > 0 || unused_.empty()) return indent + continued(paragraph(), indent) + end;
                return figure(taken(), indent);
            case 9:
            case 10:
                return table();
            default:
                return heading(level);
        }
    }

    std::string heading(int) {
        // No level is skipped: one deeper at most than the heading before.
        level_ = static_cast<int>(number(2, static_cast<std::size_t>(std::min(level_ + 1, 6))));
        return std::string(static_cast<std::size_t>(level_), '#') + " " + sentence('h', 1, 12) + "\n\n" +
               paragraph() + "\n\n";
    }

    std::string list(const std::string& indent, int depth) {
        const bool ordered = one_in(3);
        std::string text;
        const std::size_t items = number(1, one_in(8) ? 40 : 6);
        for (std::size_t i = 1; i <= items; ++i) {
            const std::string marker = ordered ? std::to_string(i) + ". " : "- ";
            const std::string inner = indent + std::string(marker.size(), ' ');
            text += indent + marker + continued(sentence('b', 1, one_in(12) ? 60 : 14), inner) + "\n";
            if (depth < 2 && one_in(8)) text += trimmed(indent) + "\n" + list(inner, depth + 1);
            if (one_in(15)) text += trimmed(indent) + "\n" + inner + continued(paragraph(), inner) + "\n";
        }
        // A comment would be HTML: a paragraph parts two lists.
        return text + trimmed(indent) + "\n" + indent + continued(sentence('b', 1, 5), indent) + "\n" +
               trimmed(indent) + "\n";
    }

    std::string quote(const std::string& indent, const std::string& opening) {
        std::string text = opening;
        for (std::size_t left = number(1, one_in(6) ? 12 : 3); left > 0; --left) text += block(indent, 1, 0);
        return text + "\n";
    }

    std::string table() {
        const std::size_t columns = number(1, 5), rows = one_in(12) ? number(20, 200) : number(1, 12);
        may_note_ = false;
        std::string text;
        for (std::size_t c = 0; c < columns; ++c) text += "| " + words_.next('b') + " ";
        text += "|\n";
        const std::vector<std::string> rules{"---", ":--", "--:", ":-:"};
        for (std::size_t c = 0; c < columns; ++c) text += "| " + rules[number(0, 3)] + " ";
        text += "|\n";
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                if (c > 0 && one_in(10)) {
                    text += "| ";
                    continue;
                }
                std::string cell = sentence('b', 1, one_in(20) ? 60 : 5);
                std::replace(cell.begin(), cell.end(), '\n', ' ');
                std::replace(cell.begin(), cell.end(), '\\', ' ');
                text += "| " + cell + " ";
            }
            text += "|\n";
        }
        may_note_ = true;
        return text + "\n" + sentence('b', 1, 5) + "\n\n";
    }

    std::string figure(const std::string& id, const std::string& indent) {
        const std::string alternative = sentence('a', 1, 6);
        return indent + "![" + alternative + "](" + id + " \"" + sentence('c', 1, 30) + "\")\n\n";
    }

    std::string taken() {
        std::string id = unused_.back();
        if (!one_in(4)) unused_.pop_back();  // some are shown twice
        return id;
    }

    // Lines after a hard break stand under the first.
    static std::string continued(const std::string& text, const std::string& indent) {
        std::string out;
        for (const char c : text) {
            out += c;
            if (c == '\n') out += indent;
        }
        return out;
    }
    static std::string trimmed(std::string indent) {
        while (!indent.empty() && indent.back() == ' ') indent.pop_back();
        return indent;
    }

    std::mt19937 random_;
    Words words_;
    SmallBrochure brochure_;
    std::vector<std::string> unused_;
    const std::vector<std::string> kinds_{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
    std::size_t notes_ = 0;
    bool may_note_ = true;
    int level_ = 2;
};

}  // namespace brochure::test
