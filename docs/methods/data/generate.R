# Makes county.csv, pps.csv and waves.csv: synthetic data (合成数据) for the examples of the method pages.
# Run in this folder: Rscript generate.R (R 4.2.2).
set.seed(20250613)
expit <- function(x) 1 / (1 + exp(-x))
pick <- function(levels, prob, n) sample(levels, n, TRUE, prob)
people <- function(n, effect) {
  sex <- pick(c("male", "female"), c(.52, .48), n)
  age <- pick(c("18-29", "30-39", "40-49", "50-59", "60-69"), c(.2, .2, .22, .23, .15), n)
  education <- pick(c("primary", "junior", "senior", "college"), c(.28, .36, .2, .16), n)
  ability <- effect + c(primary = -.9, junior = -.3, senior = .4, college = 1.2)[education] +
    .15 * (sex == "male") - .1 * (match(age, unique(sort(age))) - 3) + rnorm(n)
  data.frame(sex, age_band = age, education, ability)
}

strata <- data.frame(stratum = c("east", "west", "town", "hill"), villages = c(24, 18, 12, 30), effect = c(0, -.1, .5, -.4))
county <- do.call(rbind, lapply(seq_len(nrow(strata)), function(h) do.call(rbind, lapply(1:5, function(k) {
  s <- strata[h, ]; adults <- sample(400:900, 1); n <- 12
  p <- people(n, s$effect + rnorm(1, 0, .3))
  items <- sapply(seq(-1, 1.5, .5), function(b) rbinom(n, 1, expit(1.3 * (p$ability - b))))
  first <- rbinom(n, 1, expit(1.5 * (p$ability - .6)))
  pv <- sapply(1:5, function(i) round(50 + 12 * (.9 * p$ability + rnorm(n, 0, .45)), 1))
  score <- round(pmin(100, pmax(0, 50 + 14 * p$ability + rnorm(n, 0, 4))), 1)
  out <- data.frame(stratum = s$stratum, village = sprintf("v%02d", (h - 1) * 5 + k), villages = s$villages, adults,
    person = sprintf("%s-%02d", sprintf("v%02d", (h - 1) * 5 + k), 1:n), weight = s$villages / 5 * adults / n, residence = if (s$stratum == "town") "urban" else "rural", p[1:3], score,
    literate = as.integer(score >= 70), visits = ifelse(runif(n) < .06, NA, rpois(n, exp(.1 + .35 * p$ability))),
    interest = as.character(cut(p$ability + rlogis(n, 0, .6), c(-Inf, -.6, .6, Inf), c("low", "some", "high"))),
    first, second = ifelse(runif(n) < .15, 1 - first, first))
  out[paste0("q", 1:6)] <- items; out[paste0("pv", 1:5)] <- pv; out
}))))
write.csv(county, "county.csv", row.names = FALSE, na = "", quote = FALSE)

size <- sample(300:1500, 14)
pps <- data.frame(village = sprintf("v%02d", 1:14), p = round(size / 1800, 4), adults = size)
pps$literate <- rbinom(14, size, .13); pps$visitors <- rbinom(14, size, .3)
write.csv(pps, "pps.csv", row.names = FALSE, quote = FALSE)

waves <- do.call(rbind, lapply(c(2023, 2025), function(year) do.call(rbind, lapply(1:6, function(h) do.call(rbind, lapply(1:2, function(k) {
  p <- people(20, .1 + (year == 2025) * .3 + rnorm(1, 0, .2))
  data.frame(wave = year, stratum = sprintf("%d-%d", year, h), village = sprintf("%d-%d-%d", year, h, k),
    weight = round(runif(1, 150, 350), 1), p[c("sex", "education")], literate = as.integer(p$ability + rnorm(20, 0, .3) > 1.35))
}))))))
write.csv(waves, "waves.csv", row.names = FALSE, quote = FALSE)

# People drawn for interview, with what became of each; the villages' frame and a list of cadres overlap.
set.seed(20250614)
sampled <- do.call(rbind, lapply(1:15, function(k) {
  n <- 20; p <- people(n, rnorm(1, 0, .3)); remote <- round(rexp(n, .25), 1)
  u <- runif(n); answers <- expit(1.1 - .08 * remote + .4 * (p$sex == "female") - .5 * (p$age_band == "18-29"))
  status <- ifelse(u < answers, "R", ifelse(u < answers + .6 * (1 - answers), "N", ifelse(u < answers + .8 * (1 - answers), "U", "I")))
  list <- runif(n)
  data.frame(stratum = c("hill", "plain", "town")[(k + 4) %/% 5], village = sprintf("v%02d", k), town = sprintf("t%d", sample(1:5, n, TRUE, c(.35, .3, .2, .1, .05))),
    weight = round(c(90, 120, 70)[(k + 4) %/% 5] * runif(1, .8, 1.2), 1), persons = 1 + rpois(n, 1.4),
    frame = ifelse(list < .75, "villages", "cadres"), on_both = as.integer(list > .6 & list < .85), p[c("sex", "age_band")], remote, status,
    literate = ifelse(status == "R", as.integer(p$ability + rnorm(n, 0, .3) > 1), NA))
}))
write.csv(sampled, "sampled.csv", row.names = FALSE, na = "", quote = FALSE)
