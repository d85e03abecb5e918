# Writes golden/distributions.csv: tail probabilities and quantiles in both tails. Run: Rscript distributions.R > FILE
p <- c(1e-10, 1e-4, 0.025, 0.3, 0.5, 0.9, 0.975, 1 - 1e-6)
df <- c(1, 2.5, 4, 72, 1e4, Inf)
row <- function(f, a, b, c, value) cat(sprintf("%s,%s,%s,%s,%.17g\n", f, format(a, digits = 17), format(b, digits = 17), format(c, digits = 17), value))
cat("# ", R.version.string, ", src/test/R/distributions.R; relative tolerance 1e-10\n", sep = "")
cat("function,x,a,b,value\n")
for (d in df) {
  for (q in p) row("tQuantile", q, d, 0, qt(q, d))
  for (t in c(-30, -2, 0, 0.7, 5)) row("t", t, d, 0, pt(t, d))
  for (f in c(0.2, 1, 9)) for (d1 in c(1, 3)) row("fUpper", f, d1, d, pf(f, d1, d, lower.tail = FALSE))
}
for (q in p) row("normalQuantile", q, 0, 0, qnorm(q))
for (z in c(-8, -1, 0, 2.5)) row("normal", z, 0, 0, pnorm(z))
for (x in c(0.01, 3, 80)) for (d in c(1, 2.5, 12)) row("chiSquareUpper", x, d, 0, pchisq(x, d, lower.tail = FALSE))
for (q in c(0.005, 0.025, 0.5, 0.975)) for (a in c(0.4, 5, 220)) for (b in c(0.7, 16, 1800)) row("betaQuantile", q, a, b, qbeta(q, a, b))
