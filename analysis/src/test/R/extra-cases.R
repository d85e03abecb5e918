# Checks the expected values of the reference cases E01-E12 against R survey (run from the repository root:
# Rscript analysis/src/test/R/extra-cases.R). Made with R 4.2.2, survey 4.1-1.
suppressPackageStartupMessages({ library(survey); library(yaml) })
folder <- "analysis/src/test/resources/reference"
read <- function(id) { d <- read.csv(file.path(folder, id, "data.csv")); d$g <- factor(if ("g" %in% names(d)) d$g else NA); d }
expected <- function(id, estimate) yaml.load_file(file.path(folder, id, "expected.json"))$estimates[[estimate]]$rows
check <- function(id, estimate, statistic) {
  rows <- expected(id, estimate)
  got <- rbind(as.numeric(coef(statistic)), as.numeric(SE(statistic)))
  want <- vapply(rows, function(r) c(as.numeric(r$estimate), as.numeric(r$se)), c(0, 0))
  stopifnot(max(abs(got / want - 1)) < 1e-7)
  cat(id, estimate, "ok\n")
}
raked <- function(design, total) calibrate(design, list(~g), list(data.frame(g = c("a", "b"), Freq = total)), calfun = "raking", epsilon = 1e-12)
d <- read("E01-three-stages")
three <- svydesign(~p + s + u, strata = ~h, fpc = ~N1 + M2 + N3, weights = ~w, data = d)
sub <- svydesign(~p + s, strata = ~h + sub, fpc = ~N1 + M2, weights = ~w, data = d)
implied <- svydesign(~p + s + u, strata = ~h, fpc = ~N1 + M2 + N3, data = d)
check("E01-three-stages", "m", svymean(~yy, three))
check("E01-three-stages", "s", svymean(~yy, subset(three, yy > 45)))
check("E02-three-stages-raked", "m", svymean(~yy, raked(three, c(1200, 1300))))
options(survey.lonely.psu = "certainty")
check("E03-second-stage-strata", "m", svymean(~yy, sub))
check("E04-second-stage-strata-raked", "m", svymean(~yy, raked(sub, c(1200, 1300))))
check("E05-implied-weights", "m", svymean(~yy, implied))
l <- read("E06-lonely-average-domains-raked")
options(survey.lonely.psu = "average", survey.adjust.domain.lonely = TRUE)
lonely <- raked(svydesign(~psu, strata = ~str, weights = ~w, data = l), c(30, 45))
check("E06-lonely-average-domains-raked", "mean", svymean(~score, lonely))
check("E06-lonely-average-domains-raked", "total", svytotal(~score, lonely))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)
t <- read.csv(file.path(folder, "E07-linearized-raked", "data.csv"))
spec <- yaml.load_file(file.path(folder, "E07-linearized-raked", "spec.yaml"))$calibrate[[1]]$margins
margin <- function(m) setNames(data.frame(vapply(m$cells, function(c) c[[m$variables]], ""), vapply(m$cells, function(c) as.numeric(c$total), 0)), c(m$variables, "Freq"))
t$sex <- factor(t$sex); t$group <- factor(t$group)
x <- calibrate(svydesign(~psu, strata = ~stratum, weights = ~w, data = t), list(~sex, ~group), lapply(spec, margin), calfun = "raking", epsilon = 1e-12)
check("E07-linearized-raked", "p", svymean(~literate, x))
a <- read.csv(file.path(folder, "E08-jackknife-raked-subset", "data.csv"), na.strings = "")
a$stype <- factor(a$stype); a$awards <- factor(a$awards)
steps <- yaml.load_file(file.path(folder, "E08-jackknife-raked-subset", "spec.yaml"))$calibrate[[1]]$margins
jackknife <- as.svrepdesign(svydesign(~1, strata = ~stype, fpc = ~fpc, weights = ~pw, data = a), type = "JKn", mse = TRUE, compress = FALSE)
j <- rake(jackknife, list(~stype, ~awards), lapply(steps, margin), control = list(maxit = 500, epsilon = 1e-12))
check("E08-jackknife-raked-subset", "m", svymean(~api00, j))
part <- subset(j, ell > 20)
stopifnot(degf(part) == expected("E08-jackknife-raked-subset", "tsub")[[1]]$df)
check("E08-jackknife-raked-subset", "tsub", svytotal(~api00, part))
f <- read.csv(file.path(folder, "E09-fay-ranks-standardized", "data.csv"))
f$sex <- factor(f$sex); f$group <- factor(f$group)
fay <- svrepdesign(data = f, repweights = as.matrix(f[paste0("rw", 1:16)]), weights = ~w, type = "Fay", rho = 0.3, combined.weights = TRUE)
shares <- svystandardize(fay, by = ~group, over = ~sex, population = c(5, 1, 3, 3))
check("E09-fay-ranks-standardized", "std", svyby(~literate, ~sex, shares, svymean))
check("E09-fay-ranks-standardized", "v", svyby(~score, ~sex, fay, svyvar))
figures <- function(id, section) yaml.load_file(file.path(folder, id, "expected.json"))[[section]]
for (test in c("wilcoxon", "median", "vanderWaerden")) {
  want <- figures("E09-fay-ranks-standardized", "tests")[[if (test == "vanderWaerden") "vdw" else test]]
  stopifnot(abs(svyranktest(score ~ sex, fay, test = test)$statistic / want$statistic - 1) < 1e-7)
}
b <- read.csv(file.path(folder, "E10-standardized-gap", "data.csv"), na.strings = "")
for (v in c("stype", "comp_imp", "both", "awards")) b[[v]] <- factor(b[[v]])
clustered <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = b)
check("E10-standardized-gap", "gap", svyby(~api00, ~both, svystandardize(clustered, by = ~comp_imp, over = ~both, population = c(2, 3)), svymean))
check("E10-standardized-gap", "k", svykappa(~awards + both, clustered))
steps <- yaml.load_file(file.path(folder, "E11-rake-trim-strict", "spec.yaml"))$calibrate[[1]]$margins
r <- read.csv(file.path(folder, "E11-rake-trim-strict", "data.csv"), na.strings = "")
r$stype <- factor(r$stype); r$awards <- factor(r$awards)
strict <- rake(svydesign(~1, strata = ~stype, fpc = ~fpc, weights = ~pw, data = r), list(~stype, ~awards), lapply(steps, margin), control = list(maxit = 500, epsilon = 1e-12))
strict <- trimWeights(strict, upper = 40, lower = 14, strict = TRUE)
stopifnot(max(abs(weights(strict) / unlist(figures("E11-rake-trim-strict", "calibration")$weights) - 1)) < 1e-8)
q <- read.csv(file.path(folder, "E12-probit-far-fitted", "data.csv"))
probit <- svyglm(p98 ~ pv1 * sex, svydesign(~psu, strata = ~stratum, weights = ~w, data = q), family = quasibinomial("probit"), control = glm.control(epsilon = 1e-13, maxit = 100))
want <- vapply(figures("E12-probit-far-fitted", "models")$probit$coefficients, function(c) c(c$estimate, c$se), c(0, 0))
stopifnot(max(abs(rbind(coef(probit), SE(probit)) / want - 1)) < 1e-6)
