#include "pdf/tagged/metadata.hpp"

#include <fmt/format.h>

#include "base/date.hpp"
#include "pdf/content/profile.hpp"
#include "pdf/object/bytes.hpp"
#include "xml/escaped.hpp"

namespace brochure::pdf {

namespace {

constexpr std::string_view producer = "brochure with libharu";

struct Moment {
    base::Date day;
    std::int64_t hour, minute, second;
};

Moment moment_of(std::int64_t seconds) {
    static constexpr std::int64_t day = 86400;
    const std::int64_t within = (seconds % day + day) % day;
    return {base::Date::from_unix_time(seconds), within / 3600, within / 60 % 60, within % 60};
}

std::string xmp_date(std::int64_t seconds) {
    const Moment at = moment_of(seconds);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", at.day.iso(), at.hour, at.minute, at.second);
}

std::string info_date(std::int64_t seconds) {
    const Moment at = moment_of(seconds);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", at.day.year, at.day.month, at.day.day, at.hour,
                       at.minute, at.second);
}

// What PDF/A wants said of a schema it does not know (ISO 19005-2, 6.6.2.3.3).
constexpr std::string_view pdfuaid_schema =
    R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

constexpr std::string_view packet_head = R"(<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/")";

constexpr std::string_view accessible_claim = R"(
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
)";

constexpr std::string_view press_claim = R"(
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
)";

constexpr std::string_view default_language = R"(<rdf:li xml:lang="x-default">)";

std::string in_default_language(std::string_view property, std::string_view text) {
    return fmt::format("<dc:{0}><rdf:Alt>{1}{2}</rdf:li></rdf:Alt></dc:{0}>\n", property, default_language,
                       xml::escaped(text));
}

// ISO 15930-7, 6.5: which document this is, and which version and kind of it.
std::string press_identity(const page::Metadata& metadata) {
    const Digest digest = digest_of(metadata.identifier + ".press");
    const std::string hex = hexadecimal({reinterpret_cast<const char*>(digest.data()), digest.size()});
    const std::string_view all = hex;
    const std::string id = fmt::format("{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4),
                                       all.substr(12, 4), all.substr(16, 4), all.substr(20));
    return fmt::format(
        "<xmp:MetadataDate>{}</xmp:MetadataDate>\n<xmpMM:DocumentID>uuid:{}</xmpMM:DocumentID>\n"
        "<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n",
        xmp_date(metadata.created), id);
}

}  // namespace

std::string one_line(std::string_view text) {
    // Where a line may end, and where it must: hints for the typesetter that no viewer's title bar knows.
    constexpr std::string_view soft_hyphen = "\u00AD", word_space = "\u200B", line_end = "\u2028";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(soft_hyphen)) {
            at += soft_hyphen.size();
        } else if (rest.starts_with(word_space)) {
            at += word_space.size();
        } else if (rest.starts_with(line_end)) {
            at += line_end.size();
            out += ' ';
        } else {
            const auto byte = static_cast<unsigned char>(text[at++]);
            out += byte < 0x20 || byte == 0x7F ? ' ' : static_cast<char>(byte);
        }
    }
    return out;
}

std::string xmp_packet(const page::Metadata& metadata, Claim claim) {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    out += packet_head;
    if (claim == Claim::accessible) out += accessible_claim;
    if (claim == Claim::press) out += press_claim;
    out += "<dc:format>application/pdf</dc:format>\n";
    out += in_default_language("title", one_line(metadata.title));
    if (!metadata.author.empty())
        out += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                           xml::escaped(one_line(metadata.author)));
    if (!metadata.subject.empty()) out += in_default_language("description", one_line(metadata.subject));
    out += fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n",
                       xml::escaped(metadata.language));
    if (!metadata.identifier.empty())
        out +=
            fmt::format("<dc:identifier>{}</dc:identifier>\n", xml::escaped(one_line(metadata.identifier)));
    if (!metadata.keywords.empty())
        out += fmt::format("<pdf:Keywords>{}</pdf:Keywords>\n", xml::escaped(one_line(metadata.keywords)));
    out += fmt::format("<pdf:Producer>{}</pdf:Producer>\n", producer);
    const std::string date = xmp_date(metadata.created);
    out += fmt::format("<xmp:CreateDate>{0}</xmp:CreateDate>\n<xmp:ModifyDate>{0}</xmp:ModifyDate>\n", date);
    if (claim == Claim::accessible) out += pdfuaid_schema;
    if (claim == Claim::press) out += press_identity(metadata);
    return out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

void write_metadata(File& file, const page::Metadata& metadata, Claim claim) {
    Dict info = file.info();
    info.set("Title", Text{one_line(metadata.title)});
    if (!metadata.author.empty()) info.set("Author", Text{one_line(metadata.author)});
    if (!metadata.subject.empty()) info.set("Subject", Text{one_line(metadata.subject)});
    if (!metadata.keywords.empty()) info.set("Keywords", Text{one_line(metadata.keywords)});
    info.set("Producer", Text{producer});
    info.set("CreationDate", Text{info_date(metadata.created)});
    info.set("ModDate", Text{info_date(metadata.created)});
    if (claim == Claim::press) info.set("Trapped", Name{"False"});

    // Not compressed, so that programs that know nothing of PDF find it (ISO 19005-2, 6.6.2.1).
    Dict packet = file.new_stream(xmp_packet(metadata, claim), Filter::none);
    packet.set("Type", Name{"Metadata"});
    packet.set("Subtype", Name{"XML"});
    Dict catalog = file.catalog();
    catalog.set("Metadata", packet);
}

void write_output_intent(File& file) {
    Dict profile = file.new_stream(srgb_profile(), Filter::flate);
    profile.set("N", 3);
    Dict intent = file.new_dict();
    intent.set("Type", Name{"OutputIntent"});
    intent.set("S", Name{"GTS_PDFA1"});
    intent.set("OutputConditionIdentifier", Text{"sRGB IEC61966-2.1"});
    intent.set("Info", Text{"sRGB IEC61966-2.1"});
    intent.set("DestOutputProfile", profile);
    Dict catalog = file.catalog();
    catalog.add_array("OutputIntents").add(intent);
}

}  // namespace brochure::pdf
