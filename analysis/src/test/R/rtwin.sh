#!/usr/bin/env bash
# Makes src/test/resources/golden/rtwin.csv: what R's survey printed for the twins of some reference cases.
# Run from the module's folder with R, r-cran-survey and a built product: src/test/R/rtwin.sh > src/test/resources/golden/rtwin.csv
set -euo pipefail
cases='E07-linearized-raked E10-standardized-gap S14-domains-empty-single S23-greg-logit S32-strat-clus-literacy S33-brr
  S39-ciprop-methods S44-chisq S46-ttest-ranktest S47-contrasts S51-glm-raked S52-olr S54-plausible-values S56-pps-brewer missing imputed
  decomposition decomposition-jackknife collapse'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "# R $(Rscript -e 'cat(as.character(getRversion()))'), survey $(Rscript -e 'cat(as.character(packageVersion("survey")))');" \
  "script src/test/R/rtwin.sh; tolerance 1e-7 relative to our figure; sha256 is that of twin.R"
echo "case,sha256,kind,request,row,figure,r"
for case in $cases; do
  folder=src/test/resources/reference/$case
  [ -d "$folder" ] || folder=src/test/resources/rtwin/$case
  ${SUZHI:-../suzhi} analyse "$folder/spec.yaml" --r-twin "$work/$case" --out "$work/result.json" >&2
  (cd "$work/$case" && { Rscript twin.R >out.txt 2>&1 || { cat out.txt >&2; exit 1; }; tail -n 1 out.txt >&2; })
  sha256=$(sha256sum "$work/$case/twin.R" | cut -d ' ' -f 1)
  Rscript -e 'd <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = FALSE); d <- d[!is.na(d$relative), ]' \
    -e 'cat(sprintf("%s,%s,%s,%s,%d,%s,%s\n", commandArgs(TRUE)[2], commandArgs(TRUE)[3], d$kind, d$request, d$row, d$figure,' \
    -e '            ifelse(is.na(d$r), "NA", trimws(formatC(d$r, digits = 17, format = "g")))), sep = "")' \
    "$work/$case/differences.csv" "$case" "$sha256"
done
