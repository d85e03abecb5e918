# Makes src/test/resources/golden/trend/: three waves that share half of their villages, and their trends by R's survey.
# Run from the module's folder: Rscript src/test/R/trend.R
suppressPackageStartupMessages(library(survey))
set.seed(20251)
villages <- data.frame(village = sprintf("v%02d", 1:24), stratum = rep(c("east", "west"), each = 12), u = rnorm(24, 0, 0.5))
rows <- do.call(rbind, lapply(1:3, function(k) {
  drawn <- villages[c((1:6) + 3 * (k - 1), (13:18) + 3 * (k - 1)), ]
  each <- drawn[rep(seq_len(nrow(drawn)), each = 25), ]
  p <- plogis(-2.1 + 0.25 * k + each$u)
  data.frame(wave = 2020 + k, stratum = each$stratum, village = each$village,
             weight = round(runif(nrow(each), 50, 150), 1), literate = rbinom(nrow(each), 1, p))
}))
dir.create("src/test/resources/golden/trend", showWarnings = FALSE)
write.csv(rows, "src/test/resources/golden/trend/waves.csv", row.names = FALSE, quote = FALSE)
d <- svydesign(~village, strata = ~stratum, weights = ~weight, data = rows)
rate <- svyby(~literate, ~wave, d, svymean, covmat = TRUE)
p <- as.numeric(coef(rate)); v <- unname(vcov(rate)); year <- 2021:2023; df <- degf(d); goal <- 0.25
figures <- c(setNames(p, paste0("rate.", year)), setNames(sqrt(diag(v)), paste0("se.", year)), covariance.1.2 = v[1, 2],
             covariance.2.3 = v[2, 3], df = df)
contrast <- svycontrast(rate, c(0, -1, 1))
figures <- c(figures, change = coef(contrast)[[1]], changeSe = SE(contrast)[[1]])
one <- function(name, y, v, f, goal) {
  x <- cbind(1, year - mean(year)); s <- solve(v); b <- solve(t(x) %*% s %*% x)
  beta <- b %*% t(x) %*% s %*% y
  at <- c(1, 2025 - mean(year)); eta <- sum(at * beta); se <- sqrt(drop(t(at) %*% b %*% at)); t975 <- qt(0.975, df)
  fit <- drop(t(y - x %*% beta) %*% s %*% (y - x %*% beta))
  # Fieller's limits: where the difference to the goal is as large as its error allows.
  beyond <- function(z) (beta[1] + beta[2] * z - goal)^2 - t975^2 * (b[1, 1] + 2 * z * b[1, 2] + z^2 * b[2, 2])
  cross <- (goal - beta[1]) / beta[2]
  a <- beta[2]^2 - t975^2 * b[2, 2]
  side <- function(to) tryCatch(uniroot(beyond, sort(c(cross, to)), tol = 1e-12)$root + mean(year), error = function(e) NA)
  setNames(c(beta[2], sqrt(b[2, 2]), f(eta), f(eta - t975 * se), f(eta + t975 * se), pt((eta - goal) / se, df),
             pchisq(fit, 1, lower.tail = FALSE), cross + mean(year), side(cross - 1e3), side(cross + 1e3), a),
           paste0(name, c(".slope", ".slopeSe", ".rate2025", ".lower2025", ".upper2025", ".probability2025", ".fitPValue",
                          ".crossing", ".crossingLower", ".crossingUpper", ".fiellerA")))
}
slope <- 1 / (p * (1 - p))
figures <- c(figures, one("linear", p, v, identity, goal),
             one("logit", qlogis(p), v * outer(slope, slope), plogis, qlogis(goal)))
# Of independent waves the trend is R's weighted least squares.
wls <- lm(p ~ year, weights = 1 / diag(v))
figures <- c(figures, independent.slope = coef(wls)[[2]], independent.slopeSe = sqrt(vcov(wls)[2, 2]) / sigma(wls))
out <- file("src/test/resources/golden/trend/trend.csv", "w")
writeLines(c(paste0("# R ", getRversion(), ", survey ", packageVersion("survey"), "; script src/test/R/trend.R; tolerance 1e-8"),
             "figure,value", sprintf("%s,%.17g", names(figures), figures)), out)
close(out)
