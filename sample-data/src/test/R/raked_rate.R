# Writes src/test/resources/golden/raked_rate.csv. Run in sample-data/ after `mvn -Pregenerate` has written generated/.
# calibrate() at the raked weights gives the exact linearized error; rake() itself reports an approximation of it.
library(survey)
respondents <- read.csv("generated/respondents.csv", stringsAsFactors = TRUE)
margins <- read.csv("generated/margins.csv", stringsAsFactors = FALSE)
population <- function(m, variables, name) {
  cells <- m[m$variables == variables, ]
  setNames(data.frame(cells$levels, cells$adults), c(name, "Freq"))
}
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
  raked <- rake(
    svydesign(~village, strata = ~stratum, weights = ~design_weight, data = x),
    list(~sex_age, ~education, ~residence, ~town),
    list(population(m, "sex:age_band", "sex_age"), population(m, "education", "education"),
         population(m, "residence", "residence"), population(m, "town", "town")),
    control = list(maxit = 1000, epsilon = 1e-15))
  x$w <- weights(raked)
  formula <- ~ sex_age + education + residence + town
  calibrated <- calibrate(svydesign(~village, strata = ~stratum, weights = ~w, data = x), formula,
                          colSums(model.matrix(formula, x) * x$w))
  rate <- svymean(~literate, calibrated)
  cat(sprintf("%d,%.15g,%.15g,%.15g,%d\n", year, coef(rate), SE(rate), mean(x$literate), nrow(x)),
      file = out, append = TRUE)
}
