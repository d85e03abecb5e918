# Writes golden/allocations.csv: optimal allocations under bounds, found by numerical minimization instead of by a formula.
# Run: Rscript allocations.R > FILE
cat("# ", R.version.string, ", src/test/R/allocations.R; interviews to 1e-4\n", sep = "")
cat("case,stratum,population,rate,deff,cost,minimum,total,exact\n")
# Minimizes sum a^2 / n subject to sum price n = total, low <= n <= high, by bisection on the multiplier:
# at the optimum n = clamp(a / sqrt(lambda price)).
optimum <- function(a, price, low, high, total) {
  at <- function(lambda) pmax(low, pmin(high, a / sqrt(lambda * price)))
  f <- function(l) sum(price * at(exp(l))) - total
  l <- uniroot(f, c(-80, 80), tol = 1e-14, maxiter = 10000)$root
  at(exp(l))
}
show <- function(case, N, p, deff, cost, low, total, n)
  for (h in seq_along(N)) cat(sprintf("%s,s%d,%d,%.17g,%.17g,%.17g,%d,%d,%.10f\n", case, h, N[h], p[h], deff[h], cost[h], low[h], total, n[h]))
N <- c(20000, 50000, 9000, 400, 120000); p <- c(0.15, 0.08, 0.12, 0.4, 0.1); deff <- c(1.2, 2, 1.5, 1, 1.7); cost <- c(30, 60, 45, 20, 80)
a <- N * sqrt(deff * p * (1 - p))
one <- rep(1, 5)
low <- rep(2, 5)
show("neyman-1", N, p, deff, cost, low, 3000, optimum(a, one, low, N, 3000))
low <- c(2, 2, 300, 100, 2)
show("neyman-2", N, p, deff, cost, low, 3000, optimum(a, one, low, N, 3000))
low <- rep(2, 5)
show("neyman-3", N, p, deff, cost, low, 150000, optimum(a, one, low, N, 150000))
show("budget-1", N, p, deff, cost, low, 200000, optimum(a, cost, low, N, 200000))
low <- c(500, 2, 2, 400, 2)
show("budget-2", N, p, deff, cost, low, 200000, optimum(a, cost, low, N, 200000))
# Bankier (1988): minimizes the sum of (X^q CV)^2; with q = 0.5
x <- (N * p)^0.5 * sqrt(deff * p * (1 - p)) / p
low <- rep(2, 5)
show("power", N, p, deff, cost, low, 3000, optimum(x, one, low, N, 3000))
low <- rep(2, 5)
show("proportional", N, p, deff, cost, low, 3000, 3000 * N / sum(N))
