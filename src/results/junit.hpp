// Junit: a run as a test report, in the XML that CI systems show: a suite for each brochure, a case for each
// file that was wanted. In: a report. Out: XML. A file that has mistakes is a failure, one that the
// environment would not write an error, one that is held is skipped. Where no files are wanted (`check`),
// each author's file with something to be said of it is a case.
#pragma once

#include <string>

#include "make/make.hpp"

namespace brochure::results {

std::string as_junit(const make::Report& report);

}  // namespace brochure::results
