# @TITLE@
# Reads the exported CSV beside this script, builds the survey design, rakes it to the wave's margins and compares the rate
# with the published one. Needs R and its package survey.
library(survey)

codes <- @CODES@
responses <- read.csv(@FILE@, fileEncoding = "UTF-8-BOM", na.strings = c("", ".a", ".b", ".c"),
                      colClasses = setNames(rep("character", length(codes)), codes))
used <- subset(responses, in_estimates == 1)
used$literate <- as.numeric(used$score >= @LITERATE_FROM@)

# Population totals; crossed variables are joined by a colon.
margins <- @MARGINS@
for (i in seq_along(margins)) {
  m <- margins[[i]]
  used[[paste0("margin", i)]] <- factor(do.call(paste, c(used[m$variables], sep = ":")), levels = names(m$totals))
}

design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~base_weight, data = used)

# Calibration with the raking distance: the weights of raking, and the exact linearized error.
terms <- reformulate(paste0("margin", seq_along(margins)))
totals <- c("(Intercept)" = sum(margins[[1]]$totals))
for (i in seq_along(margins)) {
  totals <- c(totals, setNames(margins[[i]]$totals, paste0("margin", i, names(margins[[i]]$totals))))
}
calibrated <- calibrate(design, terms, totals[colnames(model.matrix(terms, used))], calfun = "raking",
                        epsilon = 1e-14, maxit = 200)
rate <- svymean(~literate, calibrated)

# The same by rake(), whose error is an approximation: it stops projecting after ten sweeps.
raked <- rake(design, lapply(seq_along(margins), function(i) reformulate(paste0("margin", i))),
              lapply(seq_along(margins), function(i) {
                setNames(data.frame(names(margins[[i]]$totals), margins[[i]]$totals), c(paste0("margin", i), "Freq"))
              }), control = list(maxit = 500, epsilon = 1e-12))
by_rake <- svymean(~literate, raked)

published <- c(rate = @RATE@, se = @ERROR@)
print(data.frame(rate = c(coef(rate), coef(by_rake), published["rate"]),
                 se = c(SE(rate), SE(by_rake), published["se"]),
                 row.names = c("calibrate()", "rake()", "published")), digits = 10)
cat("difference of calibrate() from the published rate:", format(coef(rate) - published["rate"]), "\n")
cat("difference of calibrate() from the published standard error:", format(c(SE(rate)) - published["se"]), "\n")
cat("largest relative difference from calibrated_weight:",
    format(max(abs(weights(calibrated) / used$calibrated_weight - 1))), "\n")
