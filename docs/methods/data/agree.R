# Runs the R blocks of every method page and compares the values printed in its tables with those of R.
# In docs/methods: Rscript data/agree.R         compares (R 4.2.2, survey 4.1-1, mitools 2.4)
#                  Rscript data/agree.R fill    writes R's value where a table has ?
suppressPackageStartupMessages({ library(survey); library(mitools) })
fill <- identical(commandArgs(TRUE), "fill")
row <- "^\\| `([^`]+)` \\| `(.+)` \\| (\\S+) \\|$"
tolerance <- function(written) if (startsWith(written, "~")) 10^-nchar(sub(".*\\.", "", written)) else 1e-6 * abs(as.numeric(written))
bad <- 0
for (page in setdiff(list.files(".", "\\.md$"), "README.md")) {
  lines <- readLines(page, encoding = "UTF-8")
  fence <- grepl("^```", lines)
  inside <- cumsum(fence) %% 2 == 1 & !fence
  opener <- c("", lines[fence])[cumsum(fence) + 1]
  env <- new.env(parent = globalenv())
  options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)
  invisible(capture.output(eval(parse(text = lines[inside & opener == "```r"]), env)))
  for (i in grep(row, lines)) {
    expr <- sub(row, "\\2", lines[i]); written <- sub(row, "\\3", lines[i])
    value <- as.numeric(eval(parse(text = expr), env))[1]
    if (written == "?" && fill) lines[i] <- sub("\\?( \\|)$", paste0(format(signif(value, 7), digits = 7), "\\1"), lines[i])
    else if (!isTRUE(abs(as.numeric(sub("^~", "", written)) - value) <= tolerance(written))) {
      bad <- bad + 1; cat(page, ":", lines[i], "R has", format(value, digits = 9), "\n") }
  }
  if (fill) writeLines(lines, page)
}
if (bad) quit(status = 1) else cat("all values agree\n")
