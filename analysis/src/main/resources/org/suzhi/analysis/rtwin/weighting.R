
# ---- the steps from the base weights to the respondents' -------------------------------------------------------------
# Weights so far, one a row; the design gets them at the end.
w <- weights(design, "sampling")

status_is <- function(status, ...) w != 0 & as.character(status) %in% c(...)

report <- function(step) {
  on <- w[w != 0]
  keep("weighting", step, list(c(n = length(on), sum = sum(on), min = min(on), max = max(on),
                                 cv = sqrt(mean((on - mean(on))^2)) / mean(on), deff = length(on) * sum(on^2) / sum(on)^2)))
}

# The cell of every row, the last variable varying fastest.
crossed <- function(...) if (...length()) interaction(..., sep = ", ", lex.order = TRUE) else factor(rep("all", length(w)))

# Classes of cells: those named together, then small ones merged with the class of the nearest response rate (of all, or of the
# two neighbours) until none has fewer than minimum rows that take weight up or a factor above most.
classes <- function(cell, take, give, groups = list(), by = "none", minimum = 1, most = Inf) {
  cell <- factor(cell, levels = levels(cell)[levels(cell) %in% cell[take | give]])
  class <- seq_along(levels(cell))
  for (g in groups) { these <- match(intersect(g, levels(cell)), levels(cell)); if (length(these)) class[class %in% class[these]] <- min(class[these]) }
  repeat {
    of <- factor(class[cell], levels = sort(unique(class)))
    n <- tapply(take, of, sum)
    rate <- tapply(w * take, of, sum) / tapply(w * (take | give), of, sum)
    small <- which(n == 0 | n < minimum | 1 / rate > most)
    if (by == "none" || !length(small) || length(n) == 1) break
    one <- small[which.min(n[small])]
    others <- setdiff(seq_along(n), one)
    if (by == "order") others <- others[abs(others - one) == 1]
    with <- others[which.min(abs(rate[others] - rate[one]))]
    class[class %in% as.numeric(levels(of))[c(one, with)]] <- as.numeric(levels(of))[min(one, with)]
  }
  class[cell]
}

# Moves the weight of rows that give onto those of their class that take.
move <- function(take, give, class) {
  class <- ifelse(take | give, class, 0)
  ifelse(give, 0, ifelse(take, w * ave(w * (take | give), class, FUN = sum) / ave(w * take, class, FUN = sum), w))
}

# The chance to answer by a logistic model of the rows that were asked, weighted by the weights so far.
chance <- function(terms, responded, asked) {
  rows <- data[asked, ]
  rows$.responded <- as.numeric(responded[asked])
  rows$.w <- w[asked] / mean(w[asked])
  fit <- glm(update(terms, .responded ~ .), quasibinomial, rows, weights = .w, control = glm.control(epsilon = 1e-14, maxit = 200))
  p <- rep(NA, length(w))
  p[asked] <- fitted(fit)
  p
}

chance_classes <- function(p, count) {
  cuts <- quantile(p, seq_len(count - 1) / count, na.rm = TRUE, names = FALSE)
  factor(rowSums(outer(p, cuts * (1 + 1e-10), ">")) + 1, levels = seq_len(count))
}

# What is cut is spread in equal parts over the weights inside.
trimmed <- function(lower = -Inf, upper = Inf, strict = FALSE, spread = TRUE) {
  on <- w != 0
  if (!spread) return(ifelse(on, pmin(pmax(w, lower), upper), 0))
  x <- w[on]
  repeat {
    outside <- x < lower | x > upper
    if (!any(outside)) break
    cut <- sum(x - pmin(pmax(x, lower), upper))
    x <- ifelse(outside, pmin(pmax(x, lower), upper), x + cut / sum(!outside))
    if (!strict) break
  }
  replace(w, on, x)
}

composed <- function(frame, overlap, shares = NULL) {
  overlap <- overlap %in% TRUE & w != 0
  if (is.null(shares)) {
    effective <- tapply(w[overlap], as.character(frame)[overlap], function(v) sum(v)^2 / sum(v^2))
    shares <- effective / sum(effective)
  }
  ifelse(overlap, w * shares[as.character(frame)], w)
}
