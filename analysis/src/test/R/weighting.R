# Makes sample.csv (synthetic, 合成数据) and expected.csv, weights.csv in src/test/resources/weighting: the chains of weighting
# steps of the YAML files there, by base R, glm and survey. Run in that folder: Rscript ../../R/weighting.R
suppressPackageStartupMessages(library(survey))
RNGversion("4.2.0"); set.seed(71)
strata <- data.frame(stratum = c("north", "south", "east"), psus = c(6, 5, 4), weight = c(61, 87.5, 112))
s <- do.call(rbind, lapply(1:3, function(h) do.call(rbind, lapply(seq_len(strata$psus[h]), function(k) {
  n <- 24
  data.frame(stratum = strata$stratum[h], psu = sprintf("%s%d", substr(strata$stratum[h], 1, 1), k),
    w = round(strata$weight[h] * runif(1, .8, 1.3), 2), town = sample(sprintf("t%d", 1:6), n, TRUE, c(.3, .25, .2, .15, .07, .03)),
    sex = sample(c("f", "m"), n, TRUE), age_band = sample(c("18-34", "35-54", "55-69"), n, TRUE, c(.3, .4, .3)),
    distance = round(rexp(n, .2), 1), persons = 1 + rpois(n, 1.6))
}))))
lists <- runif(nrow(s))
s$frame <- ifelse(lists < .7, "general", "cadres"); s$both <- as.integer(lists > .55 & lists < .82); s$frames <- 1 + s$both
chance <- plogis(1.2 - .06 * s$distance + .3 * (s$sex == "f") - .5 * (s$age_band == "18-34") - .8 * (s$town == "t5"))
u <- runif(nrow(s))
s$status <- ifelse(u < chance, "R", ifelse(u < chance + (1 - chance) * .55, "N", ifelse(u < chance + (1 - chance) * .75, "U", "I")))
s$score <- ifelse(s$status == "R", round(50 + 6 * (s$age_band == "18-34") + rnorm(nrow(s), 0, 15), 1), NA)
s$literate <- as.integer(s$score >= 62)
write.csv(s, "sample.csv", row.names = FALSE, na = "", quote = FALSE)

expected <- NULL; weights <- list()
note <- function(chain, step, figure, value) expected <<- rbind(expected, data.frame(chain, step, figure, value = sprintf("%.17g", value)))
figures <- function(w) { w <- w[w != 0]; c(n = length(w), sum = sum(w), min = min(w), max = max(w),
  cv = sqrt(mean((w - mean(w))^2)) / mean(w), deff = length(w) * sum(w^2) / sum(w)^2) }
# Moves the weight of the rows that give onto those that take, class by class.
move <- function(w, class, take, give) {
  class <- interaction(class, drop = TRUE)
  ifelse(give, 0, ifelse(take, w * ave(w * (take | give), class, FUN = sum) / ave(w * take, class, FUN = sum), w))
}
R <- s$status == "R"; N <- s$status == "N"; U <- s$status == "U"; known <- !U
# Takes the weights after every step; the design has the rows with weight at the end, its strata and PSUs those of all rows.
chain <- function(name, steps, calibration = identity) {
  final <- steps[[length(steps)]]
  everyone <- svydesign(~psu, strata = ~stratum, weights = ifelse(final == 0, 1, final), data = s)
  d <- calibration(everyone[final != 0, ])
  if (!identical(calibration, identity)) { final[final != 0] <- weights(d); steps <- c(steps, list(final)) }
  weights[[name]] <<- final
  for (k in seq_along(steps)) { f <- figures(steps[[k]]); for (i in names(f)) note(name, k, i, f[[i]]) }
  m <- svymean(~literate, d, deff = TRUE); note(name, 0, "mean.estimate", coef(m)); note(name, 0, "mean.se", SE(m)); note(name, 0, "mean.deff", deff(m))
  note(name, 0, "mean.df", degf(d))
  b <- svyby(~literate, ~sex, d, svymean); note(name, 0, "female.estimate", coef(b)[1]); note(name, 0, "female.se", SE(b)[1])
  t <- svytotal(~score, d); note(name, 0, "total.estimate", coef(t)); note(name, 0, "total.se", SE(t))
  ci <- confint(svyciprop(~literate, d, method = "beta")); note(name, 0, "beta.lower", ci[1]); note(name, 0, "beta.upper", ci[2])
}
s$t56 <- ifelse(s$town %in% c("t5", "t6"), "t5 + t6", s$town)
base <- s$w; hh <- base * s$persons
margin <- function(variable, total) setNames(data.frame(names(total), total), c(variable, "Freq"))
sexes <- margin("sex", c(f = 36000, m = 35000)); ages <- margin("age_band", c(`18-34` = 20000, `35-54` = 29000, `55-69` = 22000))
raked <- function(d) calibrate(d, list(~sex, ~age_band), list(sexes, ages), calfun = "raking", epsilon = 1e-12)

eligible <- move(base, s$stratum, known, U)
chain("household-classes", { a <- move(hh, s$stratum, known, U); b <- move(a, s$t56, R, N); list(base, hh, a, b, b * R) })
chain("classes-raked", { b <- move(eligible, s$stratum, R, N); list(base, eligible, b, b * R) }, raked)

write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
write.csv(lapply(weights, sprintf, fmt = "%.17g"), "weights.csv", row.names = FALSE, quote = FALSE)
