# Golden values of multiple imputation: reads the completed tables that ./suzhi analyse wrote (docs/methods/data/imputed.csv) and
# combines survey's results by Rubin's rules, written out here. R 4.2.2, survey 4.1-1. Run in docs/methods.
suppressPackageStartupMessages(library(survey))
county <- read.csv("data/county.csv"); visits <- read.csv("data/imputed.csv")
tables <- lapply(visits, function(v) svydesign(~village, strata = ~stratum, weights = ~weight, data = transform(county, visits = v)))
rubin <- function(q, u, nu) {
  m <- length(q); w <- mean(u); b <- var(q); r <- (1 + 1/m) * b / w
  df <- 1 / (1 / ((m - 1) * (1 + 1/r)^2) + 1 / ((nu + 1) / (nu + 3) * nu / (1 + r)))
  c(mean(q), sqrt(w + (1 + 1/m) * b), df, r, (r + 2 / (df + 3)) / (r + 1))
}
line <- function(name, fits, i, nu) cat(name, format(rubin(sapply(fits, function(f) coef(f)[[i]]), sapply(fits, function(f) SE(f)[[i]]^2), nu), digits = 15, trim = TRUE), sep = ",", fill = 400)
line("visits", lapply(tables, function(d) svymean(~visits, d)), 1, degf(tables[[1]]))
levels <- c("primary", "junior", "senior", "college")
by <- lapply(tables, function(d) svyby(~visits, ~factor(education, levels), d, svymean))
for (i in 1:4) line(paste0("by_education.", levels[i]), by, i, degf(tables[[1]]))
fits <- lapply(tables, function(d) svyglm(visits ~ score + relevel(factor(sex), "male"), d))
se <- function(f) sqrt(diag(vcov(f)))
for (i in 1:3) cat(paste0("model.", i), format(rubin(sapply(fits, function(f) coef(f)[[i]]), sapply(fits, function(f) se(f)[[i]]^2), fits[[1]]$df.residual), digits = 15, trim = TRUE), sep = ",", fill = 400)
