# The tasks of org.suzhi.bench.Timings in R survey, seconds each. First write the table:
#   java ... org.suzhi.bench.Timings write bench.csv bench.yaml
# then: Rscript bench/R/timings.R bench.csv [bootstrap]
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1], stringsAsFactors = TRUE)
time <- function(task, expr) { s <- system.time(r <- force(expr))[["elapsed"]]; cat(sprintf("%-55s %8.2f s\n", task, s)); invisible(r) }
design <- svydesign(~psu, strata = ~stratum, weights = ~w, data = d)
margins <- lapply(c("sex", "age", "education", "residence", "region"), function(v) {
  t <- tapply(d$w, d[[v]], sum); k <- length(t); t <- t * (1 + 0.2 * (seq_len(k) - 1 - (k - 1) / 2) / k)
  setNames(data.frame(names(t), as.numeric(t / sum(t) * sum(d$w))), c(v, "Freq")) })
formulas <- list(~sex, ~age, ~education, ~residence, ~region)
raked <- time("raking to 5 margins", rake(design, formulas, margins, control = list(maxit = 50, epsilon = 1e-10)))
time("rate with SE on the raked design", svymean(~literate, raked))
time("400 domain rates with SE", svyby(~literate, ~county + sex, design, svymean))
time("400 domain rates with SE, calibrated", svyby(~literate, ~county + sex, raked, svymean))
time("logistic glm, 4 factors", svyglm(literate ~ sex + age + education + residence, design, family = quasibinomial))
time("Rao-Scott chi-square", svychisq(~literate + education, design))
time("three quantiles with intervals", svyquantile(~score, design, c(0.25, 0.5, 0.75)))
if (length(arguments) > 1) {
  boot <- time("Rao-Wu bootstrap, 500 replicates: weights", as.svrepdesign(design, type = "subbootstrap", replicates = 500))
  time("  rate", svymean(~literate, boot))
  time("  5 groups", svyby(~literate, ~grp, boot, svymean))
  reraked <- time("every replicate re-raked", rake(boot, formulas, margins, control = list(maxit = 50, epsilon = 1e-10)))
  time("  rate", svymean(~literate, reraked))
  time("  5 groups", svyby(~literate, ~grp, reraked, svymean))
}
