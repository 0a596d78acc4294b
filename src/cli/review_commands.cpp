#include "cli/review_commands.hpp"

#include <fmt/format.h>

#include "base/iso_date.hpp"
#include "cli/failure.hpp"
#include "cli/report_merge.hpp"
#include "cli/signing_commands.hpp"

namespace brochure::cli {

void ReviewCommands::add_to(CLI::App& app, std::string& day, std::filesystem::path& output) {
    changes_ = app.add_subcommand(
        "changes", "Say what a reader would find different, piece by piece, numbers and doses first");
    changes_
        ->add_option("OLD", compared_.before,
                     "A record, a folder that was built to, a project's folder, or a git revision")
        ->required();
    changes_->add_option("NEW", compared_.now, "The same, of later")->required();
    changes_->add_option("ID", compared_.brochures, "The brochures meant; all of them if none is named");
    changes_
        ->add_option("--format", compared_.format,
                     "How it is printed: text, json, or html, a page for a browser or a printer")
        ->check(CLI::IsMember({"text", "json", "html"}))
        ->type_name("FORMAT");

    sign_off_ = app.add_subcommand("sign-off",
                                   "Approve a text as it stands to be handed out; any later change of what a "
                                   "reader sees voids it");
    sign_off_->add_option("ID", brochure_, "The brochure")->required();
    sign_off_->add_option("LANG", language_, "The text's language")->required();
    sign_off_->add_option("--by", by_, "Who approves, as a role: oncologist")->required()->type_name("ROLE");
    sign_off_->add_option("--until", until_, "To be asked again by this day: 2028-02-01")->type_name("DATE");
    sign_off_->add_option("--on", day, "The day of approval (today if not given)")->type_name("DATE");

    verify_ = app.add_subcommand(
        "verify", "Say which text a leaf or a file is of, who signed for it, and whether it is superseded");
    verify_->add_option("CODE", verified_, "The code at a page's foot, or a PDF file")->required();
    verify_->add_option("-o", output, "Look also at what was built to this folder (out/ if not given)")
        ->type_name("DIR");

    CLI::App* reports = app.add_subcommand("report", "What builds reported");
    reports->require_subcommand(1);
    merge_ = reports->add_subcommand("merge",
                                     "Print the reports of shards (build --shard … --format json) as one");
    merge_->add_option("FILE", reports_, "The reports")->required();
}

bool ReviewCommands::called() const { return *changes_ || *sign_off_ || *verify_ || *merge_; }

int ReviewCommands::run(const Around& around) const {
    if (*changes_) {
        ChangesRequest request = compared_;
        if (request.format.empty() && around.json) request.format = "json";
        return changes(around.folders, request);
    }
    if (*sign_off_) return run_sign_off(around);
    if (*verify_) return verify(around.folders, {verified_, around.output, around.json});
    return merge_reports(reports_);
}

int ReviewCommands::run_sign_off(const Around& around) const {
    SignOffRequest request{brochure_, language_, by_, around.today, {}, around.json};
    if (!until_.empty()) {
        request.until = base::date_from_iso(until_);
        if (!request.until)
            return failed(
                wrong_usage,
                fmt::format("--until: '{}' is no date; write year, month and day, as in 2027-02-01", until_),
                around.json);
    }
    return sign_off(around.folders, request);
}

}  // namespace brochure::cli
