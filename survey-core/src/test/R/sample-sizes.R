# Writes golden/sample-sizes.csv: sizes, margins and powers for a rate, written down independently of the Java.
# Run: Rscript sample-sizes.R > FILE
num <- function(x) ifelse(is.infinite(x), "Infinity", sprintf("%.17g", x))
cat("# ", R.version.string, ", src/test/R/sample-sizes.R; relative tolerance 1e-10\n", sep = "")
cat("rate,deff,population,df,level,margin,size,target,alpha,power,powerSize,n,marginAtN,powerAtN\n")
q <- function(p, df) if (is.infinite(df)) qnorm(p) else qt(p, df)
# the size at which a variance V is met, deff and fpc as in Cochran (1977) 3.2: S2 = N/(N-1) pq, V = deff (1/n - 1/N) S2
size_for <- function(v, pq, deff, N) {
  if (is.infinite(N)) return(deff * pq / v)
  s2 <- N / (N - 1) * pq
  1 / (v / (deff * s2) + 1 / N)
}
variance_at <- function(n, pq, deff, N) if (is.infinite(N)) deff * pq / n else deff * (1 / n - 1 / N) * N / (N - 1) * pq
for (rate in c(0.14, 0.15, 0.3)) for (deff in c(1, 1.8)) for (N in c(Inf, 20000)) for (df in c(Inf, 24)) {
  level <- 0.95; margin <- 0.015; target <- 0.13; alpha <- 0.05; power <- 0.8; n <- 1500
  pq <- rate * (1 - rate)
  size <- size_for((margin / q(1 - (1 - level) / 2, df))^2, pq, deff, N)
  # the effective size solves the power equation in 1/n with unit variance
  u <- ((rate - target) / (q(1 - alpha, df) * sqrt(target * (1 - target)) + q(power, df) * sqrt(pq)))^2
  power_size <- size_for(u, 1, deff, N)
  at <- sqrt(variance_at(n, 1, deff, N))
  m <- q(1 - (1 - level) / 2, df) * at * sqrt(pq)
  z <- ((rate - target) / at - q(1 - alpha, df) * sqrt(target * (1 - target))) / sqrt(pq)
  p <- if (is.infinite(df)) pnorm(z) else pt(z, df)
  cat(paste(num(c(rate, deff, N, df, level, margin, size, target, alpha, power, power_size, n, m, p)), collapse = ","), "\n", sep = "")
}
