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
s$psus <- c(north = 18, south = 15, east = 11)[s$stratum]; s$people <- 300 + 7 * as.integer(factor(s$psu)); s$person <- seq_len(nrow(s))
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
# With replicate, every jackknife replicate of the base weights goes through it.
chain <- function(name, steps, calibration = identity, replicate = NULL, stages = FALSE) {
  final <- steps[[length(steps)]]
  everyone <- if (stages) svydesign(~psu + person, strata = ~stratum, fpc = ~psus + people, weights = ifelse(final == 0, 1, final), data = s)
    else svydesign(~psu, strata = ~stratum, weights = ifelse(final == 0, 1, final), data = s)
  d <- calibration(everyone[final != 0, ])
  if (!identical(calibration, identity)) { final[final != 0] <- weights(d); steps <- c(steps, list(final)) }
  if (!is.null(replicate)) {
    j <- as.svrepdesign(svydesign(~psu, strata = ~stratum, weights = base, data = s), type = "JKn", compress = FALSE)
    d <- svrepdesign(data = s[final != 0, ], weights = final[final != 0], repweights = apply(weights(j, "analysis"), 2, replicate)[final != 0, ],
      type = "other", scale = j$scale, rscales = j$rscales, combined.weights = TRUE, mse = FALSE)
  }
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
both <- s$both == 1
# The chance to answer by a logistic model weighted by w, for eligible rows with weight.
chances <- function(name, formula, w) {
  d <- svydesign(~psu, strata = ~stratum, weights = ifelse(w == 0, 1, w), data = transform(s, responded = as.integer(R)))[(R | N) & w != 0, ]
  m <- svyglm(update(formula, responded ~ .), d, family = quasibinomial, control = glm.control(epsilon = 1e-14, maxit = 100))
  for (i in seq_along(coef(m))) { note(name, -i, "estimate", coef(m)[i]); note(name, -i, "se", SE(m)[i]) }
  p <- rep(NA, nrow(s)); p[(R | N) & w != 0] <- fitted(m); p
}
by_chance <- function(p, k) { cuts <- quantile(p, (1:(k - 1)) / k, na.rm = TRUE); rowSums(outer(p, cuts * (1 + 1e-10), ">")) }
trimmed <- function(w, lower = -Inf, upper = Inf, spread = TRUE) {
  on <- w != 0; d <- svydesign(~1, weights = w[on], data = s[on, ])
  w[on] <- if (spread) weights(trimWeights(d, upper = upper, lower = lower)) else pmin(pmax(w[on], lower), upper); w
}
potter <- function(w) { w <- w[w != 0]; median(w) + 1.5 * IQR(w) }

chain("household-classes", { a <- move(hh, s$stratum, known, U); b <- move(a, s$t56, R, N); list(base, hh, a, b, b * R) })
chain("classes-raked", { b <- move(eligible, s$stratum, R, N); list(base, eligible, b, b * R) }, raked)
chain("household-capped", { h <- base * pmin(s$persons, 3); a <- move(h, rep(1, nrow(s)), known, U); b <- move(a, s$sex, R, N); list(base, h, a, b, b * R) })
chain("crossed-classes", { b <- move(eligible, list(s$sex, s$age_band), R, N); list(base, eligible, b, b * R) })
# By hand what collapse: nearest finds: towns with fewer than 30 respondents go to the town with the nearest weighted rate.
rate <- tapply(eligible * R, s$town, sum) / tapply(eligible * (R | N), s$town, sum); print(rate); print(table(s$town, s$status))
merged <- s$town; repeat {
  n <- tapply(R, merged, sum); f <- 1 / (tapply(eligible * R, merged, sum) / tapply(eligible * (R | N), merged, sum))
  small <- names(n)[n < 30 | f > 1.6]; if (!length(small)) break
  one <- small[which.min(n[small])]; other <- setdiff(names(n), one); with <- other[which.min(abs(1 / f[other] - 1 / f[[one]]))]
  print(c(one, with)); merged[merged %in% c(one, with)] <- paste(sort(c(one, with)), collapse = "+")
}
chain("collapse-nearest", { b <- move(eligible, merged, R, N); list(base, eligible, b, b * R) })
chain("collapse-order", { b <- move(eligible, ifelse(s$town %in% c("t4", "t5", "t6"), "t4", s$town), R, N); list(base, eligible, b, b * R) })
chain("propensity", { p <- chances("propensity", ~age_band + sex + distance, eligible); b <- ifelse(R, eligible / p, ifelse(N, 0, eligible)); list(base, eligible, b, b * R) })
chain("propensity-classes", { a <- move(hh, s$stratum, known, U); p <- chances("propensity-classes", ~sex * age_band + distance, a); b <- move(a, by_chance(p, 5), R, N); list(base, hh, a, b, b * R) })
chain("multiplicity-raked", { m <- eligible / s$frames; b <- move(m, s$stratum, R, N); list(base, eligible, m, b, b * R) }, raked)
chain("compose-fixed", { m <- base * ifelse(both, ifelse(s$frame == "general", .65, .35), 1); a <- move(m, s$frame, known, U); b <- move(a, s$frame, R, N); list(base, m, a, b, b * R) }, raked)
chain("compose-effective", { n <- tapply(base * both, s$frame, function(w) sum(w)^2 / sum(w^2)); share <- (n / sum(n))[s$frame]
  m <- base * ifelse(both, share, 1); a <- move(m, s$stratum, known, U); b <- move(a, s$stratum, R, N); list(base, m, a, b, b * R) })
chain("trim-spread", { b <- move(move(hh, s$stratum, known, U), s$stratum, R, N) * R; list(base, hh, move(hh, s$stratum, known, U), move(move(hh, s$stratum, known, U), s$stratum, R, N), b, trimmed(b, upper = potter(b))) })
chain("trim-cut-raked", { a <- move(hh, s$stratum, known, U); b <- move(a, s$stratum, R, N); t <- trimmed(b, 120, 3 * median(b[b != 0]), FALSE); list(base, hh, a, b, t, t * R) }, raked)
adjusted <- function(w) move(move(w * s$persons, s$stratum, known, U), merged, R, N) * R
chain("replicates-classes", { a <- move(hh, s$stratum, known, U); b <- move(a, merged, R, N); list(base, hh, a, b, b * R) }, replicate = adjusted)
chain("replicates-propensity", { p <- chances("replicates-propensity", ~age_band + sex + distance, eligible); b <- ifelse(R, eligible / p, ifelse(N, 0, eligible)); list(base, eligible, b, b * R) },
  replicate = function(w) { b <- move(w, s$stratum, known, U); ifelse(R, b / p, 0) })
chain("two-stages", { b <- move(eligible, s$stratum, R, N); list(base, eligible, b, b * R) }, stages = TRUE)
chain("two-stages-raked", { b <- move(eligible, s$stratum, R, N); list(base, eligible, b, b * R) }, raked, stages = TRUE)

write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
write.csv(lapply(weights, sprintf, fmt = "%.17g"), "weights.csv", row.names = FALSE, quote = FALSE)
