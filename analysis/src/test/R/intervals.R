# Writes golden/intervals.csv: 95 % intervals of a share x/n of a simple random sample with replacement, whose variance is
# p(1 - p)/n. Run: Rscript intervals.R > FILE
cat("# ", R.version.string, ", src/test/R/intervals.R: binom.test, prop.test(correct = FALSE), and closed forms; relative tolerance 1e-9\n", sep = "")
cat("method,x,n,df,lower,upper\n")
row <- function(method, x, n, df, ci) cat(sprintf("%s,%d,%d,%s,%.17g,%.17g\n", method, x, n, format(df), ci[1], ci[2]))
for (case in list(c(5, 20), c(1, 90), c(240, 2000), c(19, 20))) {
  x <- case[1]; n <- case[2]; p <- x / n; se <- sqrt(p * (1 - p) / n)
  row("BETA", x, n, n - 1, binom.test(x, n)$conf.int)
  row("WILSON", x, n, Inf, prop.test(x, n, correct = FALSE)$conf.int)
  for (df in c(4, 72, Inf)) {
    t <- qt(c(0.025, 0.975), df)
    row("WALD", x, n, df, p + t * se)
    row("LOGIT", x, n, df, plogis(qlogis(p) + t * se / (p * (1 - p))))
    row("ASIN", x, n, df, sin(asin(sqrt(p)) + t * se / (2 * sqrt(p * (1 - p))))^2)
    g <- function(m) x * log(m) + (n - x) * log(1 - m) - x * log(p) - (n - x) * log(1 - p) + t[2]^2 / 2
    row("LIKELIHOOD", x, n, df, c(uniroot(g, c(1e-12, p), tol = 1e-16)$root, uniroot(g, c(p, 1 - 1e-12), tol = 1e-16)$root))
  }
}
