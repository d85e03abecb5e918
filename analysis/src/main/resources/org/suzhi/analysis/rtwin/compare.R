# ---- the comparison --------------------------------------------------------------------------------------------------
if (!is.null(design)) {
  keep("design", "design", list(c(df = degf(design))))
  w <- weights(design, "sampling")
  keep("design", "weights", list(c(sumOfWeights = sum(w), minWeight = min(w), maxWeight = max(w),
                                   kishDeff = length(w) * sum(w^2) / sum(w)^2)))
}
suzhi <- read.csv("suzhi_result.csv", encoding = "UTF-8", na.strings = "NA", stringsAsFactors = FALSE)
both <- merge(suzhi, do.call(rbind, figures), by = c("kind", "request", "row", "figure"), all = TRUE, sort = FALSE)
both$recomputed <- paste(both$kind, both$request, both$row, both$figure) %in%
  with(do.call(rbind, figures), paste(kind, request, row, figure))
# What only R tells is no difference, unless it is that R refuses.
both <- both[!is.na(both$place) | both$figure == "refused", ]
both <- both[order(both$place), ]

# Relative to our figure. What is nought in theory, such as the error of a total that was calibrated to, is rounding in both:
# below a billionth of the row's estimate it counts as none, and so do the design effect and effective size made of it.
key <- paste(both$kind, both$request, both$row)
of_row <- function(figure, column) both[[column]][match(paste(key, figure), paste(key, both$figure))]
nought <- function(x) !is.na(x) & abs(x) <= 1e-9 * abs(of_row("estimate", "value"))
same <- (is.na(both$value) & is.na(both$r)) | (!is.na(both$value) & !is.na(both$r) & both$value == both$r) |
  (both$figure != "estimate" & nought(both$value) & nought(both$r)) |
  (both$figure %in% c("deff", "effectiveN") & nought(of_row("se", "value")) & nought(of_row("se", "r")))
both$relative <- ifelse(same %in% TRUE, 0, ifelse(is.na(both$value) | is.na(both$r), Inf,
                                                  abs(both$value - both$r) / pmax(abs(both$value), .Machine$double.xmin)))
both$relative[!both$recomputed] <- NA

short <- function(x) ifelse(is.na(x), "-", formatC(x, digits = 8, format = "g"))
lines <- split(seq_len(nrow(both)), factor(paste(both$kind, both$request, both$row),
                                           unique(paste(both$kind, both$request, both$row))))
cat(sprintf("%-34s %-28s %14s %14s %12s %12s %9s %s\n", "request", "row", "estimate", "in R", "error", "in R", "relative",
            "(largest in)"))
for (i in lines) {
  one <- both[i, ]
  value <- function(figure, column) { v <- one[[column]][one$figure == figure]; if (length(v)) v[1] else NA }
  checked <- one[one$recomputed, ]
  main <- if ("estimate" %in% one$figure) "estimate" else if ("statistic" %in% one$figure) "statistic" else one$figure[1]
  error <- if ("se" %in% one$figure) "se" else "pValue"
  worst <- if (nrow(checked)) which.max(checked$relative) else integer()
  cat(sprintf("%-34s %-28s %14s %14s %12s %12s %9s %s\n", paste(one$kind[1], one$request[1]),
              if (is.na(one$label[1])) "" else one$label[1],
              short(value(main, "value")), short(value(main, "r")), short(value(error, "value")), short(value(error, "r")),
              if (length(worst)) formatC(checked$relative[worst], digits = 1, format = "e") else "-",
              if (length(worst)) paste0("(", checked$figure[worst], ")") else "not recomputed"))
}
missing <- both[!both$recomputed, ]
if (nrow(missing)) {
  cat("\nNot recomputed:\n")
  for (what in unique(paste(missing$kind, missing$request))) {
    of <- missing[paste(missing$kind, missing$request) == what, ]
    reason <- not_recomputed[[what]]
    cat(" ", what, ":", paste(unique(of$figure), collapse = ", "), if (!is.null(reason)) paste0("(", reason, ")"), "\n")
  }
}
for (what in names(failures)) cat("\nR refused", what, ":", failures[[what]], "\n")
write.csv(both[c("kind", "request", "row", "label", "figure", "value", "r", "relative")], "differences.csv", row.names = FALSE)

largest <- max(both$relative, if (any(both$recomputed)) 0 else Inf, na.rm = TRUE)
cat(sprintf("\n%d figures compared, %d not recomputed; largest relative difference %.2g; R %s.%s, survey %s\n",
            sum(both$recomputed), sum(!both$recomputed), largest, R.version$major, R.version$minor,
            as.character(packageVersion("survey"))))
quit(status = if (largest > 1e-7) 1 else 0)
