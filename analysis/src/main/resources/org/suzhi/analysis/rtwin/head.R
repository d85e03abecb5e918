# A second computation of the analysis "@ID@" with R's package survey.
# Run it in its own folder: Rscript twin.R
# It reads data.csv and suzhi_result.csv, prints every difference, writes differences.csv and ends with status 1 when the
# largest relative difference is above 1e-7.
suppressPackageStartupMessages(library(survey))
options(survey.ultimate.cluster = FALSE, width = 200)
