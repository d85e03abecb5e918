# @TITLE@
# Reads the exported CSV beside this script, builds the survey design with the weights as they were exported and compares the
# rate with the published one. Needs R and its package survey.
# @WEIGHTING@
library(survey)

codes <- @CODES@
responses <- read.csv(@FILE@, fileEncoding = "UTF-8-BOM", na.strings = c("", ".a", ".b", ".c"),
                      colClasses = setNames(rep("character", length(codes)), codes))
used <- subset(responses, in_estimates == 1)
used$literate <- as.numeric(used$score >= @LITERATE_FROM@)

design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~@WEIGHT@, data = used)
rate <- svymean(~literate, design)

# The standard error here takes the weights as given: it does not know what a calibration gains, nor PSUs without any
# respondent. The wave's twin.zip has the rows and steps that give the published one.
published <- c(rate = @RATE@, se = @ERROR@)
print(data.frame(rate = c(coef(rate), published["rate"]), se = c(SE(rate), published["se"]),
                 row.names = c("svymean()", "published")), digits = 10)
cat("difference of svymean() from the published rate:", format(coef(rate) - published["rate"]), "\n")
