# Writes src/test/resources/golden/raked_rate.csv. Run in sample-data/ after `mvn -Pregenerate` has written generated/.
# calibrate() with the raking distance gives the raked weights and the exact linearized error; the error that rake()
# reports is an approximation.
library(survey)
respondents <- read.csv("generated/respondents.csv", stringsAsFactors = TRUE)
margins <- read.csv("generated/margins.csv", stringsAsFactors = FALSE)
variables <- list("sex:age_band" = "sex_age", education = "education", residence = "residence", town = "town")
out <- "src/test/resources/golden/raked_rate.csv"
writeLines(c(
  paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ", src/test/R/raked_rate.R,"),
  "# on generated/respondents.csv and margins.csv of the demonstration seed; tolerance 1e-8 relative (weights are",
  "# written with 12 decimals). Rate of literate in the county, its standard error, unweighted rate, n.",
  "year,rate,se,unweighted,n"), out)
for (year in 2021:2025) {
  x <- droplevels(respondents[respondents$year == year, ])
  m <- margins[margins$year == year, ]
  x$sex_age <- factor(paste(x$sex, x$age_band, sep = ":"))
  formula <- ~ sex_age + education + residence + town
  totals <- setNames(numeric(ncol(model.matrix(formula, x))), colnames(model.matrix(formula, x)))
  for (name in names(variables)) {
    cells <- m[m$variables == name, ]
    columns <- paste0(variables[[name]], cells$levels)
    totals[columns[columns %in% names(totals)]] <- cells$adults[columns %in% names(totals)]
  }
  totals["(Intercept)"] <- sum(cells$adults)
  raked <- calibrate(svydesign(~village, strata = ~stratum, weights = ~design_weight, data = x), formula, totals,
                     calfun = "raking", epsilon = 1e-13, maxit = 200)
  rate <- svymean(~literate, raked)
  cat(sprintf("%d,%.15g,%.15g,%.15g,%d\n", year, coef(rate), SE(rate), mean(x$literate), nrow(x)),
      file = out, append = TRUE)
}
