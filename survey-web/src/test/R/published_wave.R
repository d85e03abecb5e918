# Writes src/test/resources/golden/published_wave.csv. Run in survey-web/ with the extract of the demonstration's wave
# 2024 as argument (GET /api/v1/waves/2024/extract.csv) and ../sample-data/generated/margins.csv.
# calibrate(calfun = "raking") has the weights that raking converges to and the exact linearized error of them; rake()
# itself reports an approximation of that error.
library(survey)
extract <- commandArgs(trailingOnly = TRUE)[1]
x <- read.csv(extract, stringsAsFactors = TRUE)
m <- subset(read.csv("../sample-data/generated/margins.csv", stringsAsFactors = FALSE), year == 2024)
population <- function(variables, name) {
  cells <- m[m$variables == variables, ]
  setNames(data.frame(cells$levels, cells$adults), c(name, "Freq"))
}
x$literate <- as.numeric(x$score >= 70)
x$sex_age <- factor(paste(x$sex, x$age_band, sep = ":"))
formula <- ~ sex_age + education + residence + town
totals <- function(variables, column) {
  p <- population(variables, "level")
  setNames(p$Freq, paste0(column, p$level))
}
wanted <- c("(Intercept)" = sum(population("town", "town")$Freq), totals("sex:age_band", "sex_age"),
            totals("education", "education"), totals("residence", "residence"), totals("town", "town"))
d <- calibrate(svydesign(~psu, strata = ~stratum, weights = ~weight, data = x), formula,
               wanted[colnames(model.matrix(formula, x))], calfun = "raking", epsilon = 1e-14, maxit = 200)
out <- "src/test/resources/golden/published_wave.csv"
writeLines(c(
  paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), ", src/test/R/published_wave.R, on the extract of"),
  "# wave 2024 of the demonstration county; relative tolerance 1e-8. Share of the literate with logit interval (df of",
  "# the domain), mean score with Wald interval; design effect against simple random sampling.",
  "dimension,level,n,estimate,se,lower,upper,df,deff"), out)
row <- function(dimension, level, n, estimate, se, limits, df, deff) {
  cat(sprintf("%s,%s,%d,%.17g,%.17g,%.17g,%.17g,%d,%.17g\n", dimension, level, n, estimate, se,
              limits[1], limits[2], df, deff), file = out, append = TRUE)
}
# svyciprop(method = "logit") iterates a glm; this is the closed form that it approximates (R's "xlogit").
rate <- function(dimension, level, design) {
  p <- svymean(~literate, design, deff = TRUE)
  df <- degf(design)
  half <- qt(0.975, df) * SE(p) / (coef(p) * (1 - coef(p)))
  row(dimension, level, sum(weights(design) > 0), coef(p), SE(p), plogis(qlogis(coef(p)) + c(-half, half)), df, deff(p))
}
rate("all", "", d)
for (group in c("youth", "farmers", "workers", "elderly", "cadres")) rate("group", group, d[x[[group]] == 1, ])
for (dimension in c("town", "sex", "age", "education", "residence")) {
  column <- if (dimension == "age") "age_band" else dimension
  for (level in levels(x[[column]])) rate(dimension, level, d[x[[column]] == level, ])
}
s <- svymean(~score, d, deff = TRUE)
row("score", "", nrow(d), coef(s), SE(s), coef(s) + c(-1, 1) * qt(0.975, degf(d)) * SE(s), degf(d), deff(s))
