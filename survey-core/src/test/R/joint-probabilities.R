# Writes golden/joint-probabilities.csv: inclusion and joint probabilities by the package sampling, one certain unit among
# the sizes for larger n. Run: Rscript joint-probabilities.R > FILE
suppressPackageStartupMessages(library(sampling))
x <- c(120, 300, 180, 90, 210, 150, 60, 75, 410, 33)
cat("# ", R.version.string, ", sampling ", as.character(packageVersion("sampling")),
    ", src/test/R/joint-probabilities.R; 1e-9\n", sep = "")
cat("method,n,i,j,probability\n")
full <- function(p, pi2) {  # certain units apart, as sampling's functions leave them
  all <- outer(p, p); open <- which(p < 1); all[open, open] <- pi2; diag(all) <- p; all
}
for (n in c(2, 3, 5)) {
  p <- inclusionprobabilities(x, n)
  open <- p[p < 1]
  joint <- list("sampford" = UPsampfordpi2(open), "tille" = UPtillepi2(open), "systematic-pps" = UPsystematicpi2(open))
  for (m in names(joint)) {
    a <- full(p, joint[[m]])
    for (i in seq_along(x)) for (j in seq_len(i)) cat(sprintf("%s,%d,%d,%d,%.15g\n", m, n, i, j, a[i, j]))
  }
}
