# ---- how the figures are made ----------------------------------------------------------------------------------------
# What R computed.
figures <- list(data.frame(kind = character(), request = character(), row = integer(), figure = character(), r = numeric()))
# What R refused.
failures <- list()

# Why a column has no answer where a code tells; what is open otherwise was left open.
because <- function(data, column, reason, codes) {
  why <- paste0(".why.", column)
  if (is.null(data[[why]])) data[[why]] <- ""
  text <- if (is.numeric(data[[column]])) format(data[[column]], digits = 15, trim = TRUE) else data[[column]]
  data[[why]][text %in% codes] <- reason
  data
}

# The rows of every completed table, while these are gone through.
collected <- NULL

# Keeps the rows of a request, each a named vector of figures; an error in R is a result too.
keep <- function(kind, request, rows) {
  if (!is.null(collected)) {
    rows <- tryCatch(suppressWarnings(rows), error = function(e) NULL)
    kind <- paste("imputed", kind)
    collected[[kind]][[request]] <<- c(collected[[kind]][[request]], list(rows))
    return(invisible())
  }
  rows <- tryCatch(suppressWarnings(rows), error = function(e) {
    failures[[paste(kind, request)]] <<- conditionMessage(e)
    list(c(refused = 1))
  })
  figures[[length(figures) + 1]] <<- do.call(rbind, lapply(seq_along(rows), function(i) {
    data.frame(kind = kind, request = request, row = i, figure = names(rows[[i]]), r = as.numeric(rows[[i]]))
  }))
}

# The crossing of variables in which the cells of a group are one.
together <- function(design, variables, groups) {
  cell <- do.call(paste, c(unname(lapply(variables, function(v) as.character(design$variables[[v]]))), sep = ", "))
  for (g in groups) cell[cell %in% g] <- paste(g, collapse = " + ")
  factor(cell)
}

# Post-stratification to the cells of one table.
poststratified <- function(design, cells) {
  variables <- setdiff(names(cells), "Freq")
  for (v in variables) cells[[v]] <- factor(cells[[v]], levels = levels(design$variables[[v]]))
  postStratify(design, reformulate(variables), cells)
}

# Raking to several margins. The standard errors of rake() stop projecting after ten sweeps; calibrate() with the raking
# distance has the same weights and the exact projection. Crossed margins overlap, so dependent columns are left out.
raked <- function(design, margins, epsilon = 1e-12, sweeps = 500) {
  formulas <- lapply(margins, function(m) reformulate(setdiff(names(m), "Freq")))
  for (k in seq_along(margins)) for (v in setdiff(names(margins[[k]]), "Freq")) {
    margins[[k]][[v]] <- factor(margins[[k]][[v]], levels = levels(design$variables[[v]]))
  }
  by_sweeps <- rake(design, formulas, margins, control = list(maxit = sweeps, epsilon = epsilon))
  if (inherits(design, "svyrep.design")) return(by_sweeps)
  crossed <- vapply(margins, function(m) paste(setdiff(names(m), "Freq"), collapse = " * "), "")
  x <- model.matrix(reformulate(crossed), design$variables)
  independent <- qr(x)
  x <- x[, independent$pivot[seq_len(independent$rank)], drop = FALSE]
  colnames(x) <- paste0("cell.", seq_len(ncol(x)))
  design$variables[colnames(x)] <- as.data.frame(x)
  result <- calibrate(design, reformulate(colnames(x), intercept = FALSE), colSums(x * weights(by_sweeps)),
                      calfun = "raking", epsilon = 1e-12, maxit = 200)
  result$variables[colnames(x)] <- NULL
  result
}

# Calibration with a distance function to margins of one variable each and to totals of numbers.
calibrated <- function(design, distance, margins = list(), continuous = NULL, size = NULL, ...) {
  total <- if (is.null(size) && length(margins)) sum(margins[[1]]$Freq) else size
  population <- c("(Intercept)" = if (is.null(total)) NA else total)
  for (m in margins) {
    v <- names(m)[1]
    population <- c(population, setNames(m$Freq, paste0(v, m[[v]]))[paste0(v, levels(design$variables[[v]])[-1])])
  }
  terms <- c(vapply(margins, function(m) names(m)[1], ""), names(continuous))
  calibrate(design, reformulate(terms), c(population, continuous), calfun = distance, ...)
}

# The design of the rows where a condition holds; the other rows keep their place in the sample.
where <- function(design, condition) {
  if (is.null(condition)) design else design[which(eval(condition, design$variables) != 0), ]
}

cells <- function(design, by) {
  expand.grid(lapply(setNames(by, by), function(v) levels(as.factor(design$variables[[v]]))), stringsAsFactors = FALSE)
}

# Design by design, one for each combination of levels, the first variable varying fastest.
domains <- function(design, by) {
  if (!length(by)) return(list(design))
  grid <- cells(design, by)
  lapply(seq_len(nrow(grid)), function(i) {
    design[which(Reduce(`&`, lapply(by, function(v) design$variables[[v]] == grid[i, v]))), ]
  })
}

freedom <- function(df, whole, domain) {
  switch(df, design = degf(whole), domain = degf(domain), as.numeric(df))
}

limits <- function(estimate, se, df, confidence) estimate + c(-1, 1) * qt(1 - (1 - confidence) / 2, df) * se

# Limits of a proportion; the column .y of the design is 1 where it holds.
proportion_limits <- function(design, method, confidence, df) {
  if (method == "logit") {   # as svyciprop() does, with the iteration carried to its end
    fit <- svyglm(.y ~ 1, design, family = quasibinomial(), control = glm.control(epsilon = 1e-15, maxit = 200))
    return(plogis(limits(coef(fit)[[1]], SE(fit)[[1]], df, confidence)))
  }
  if (method == "likelihood") {   # the profile that svyciprop() interpolates, solved exactly
    mean <- svymean(~.y, design)
    p <- coef(mean)[[1]]
    n <- sum(weights(design, "sampling") != 0)
    fit <- svyglm(.y ~ 1, design, family = quasibinomial(), control = glm.control(epsilon = 1e-15, maxit = 200))
    bound <- qt(1 - (1 - confidence) / 2, df)^2 * SE(fit)[[1]]^2 * p * (1 - p)
    beyond <- function(x) 2 * (p * log(p / x) + (1 - p) * log((1 - p) / (1 - x))) - bound
    return(c(uniroot(beyond, c(1e-12, p), tol = 1e-14)$root, uniroot(beyond, c(p, 1 - 1e-12), tol = 1e-14)$root))
  }
  as.numeric(attr(svyciprop(~.y, design, method = method, level = confidence, df = df), "ci"))
}

# Estimates of one domain: a list of rows.
domain_rows <- function(d, whole, statistic, variables, level, naRm, deff, method, confidence, df, probs, rule) {
  data <- d$variables
  in_use <- weights(d, "sampling") != 0
  n <- sum(in_use & complete.cases(data[variables]))
  if (n == 0) return(list(c(estimate = NA, se = NA, n = 0)))
  nu <- freedom(df, whole, d)
  share <- !is.null(level) || statistic == "proportion" || (statistic == "mean" &&
    all(vapply(data[variables], function(v) is.factor(v) || all(v %in% c(0, 1, NA)), TRUE)))
  rows_of <- function(s) {
    e <- as.numeric(coef(s))
    se <- as.numeric(SE(s))
    effect <- tryCatch(as.numeric(deff(s)), error = function(error) rep(NA_real_, length(e)))
    lapply(seq_along(e), function(i) {
      ci <- limits(e[i], se[i], nu, confidence)
      effective <- if (!share) n / effect[i] else if (e[i] %in% c(0, 1)) NA else min(n, e[i] * (1 - e[i]) / se[i]^2)
      row <- c(estimate = e[i], se = se[i], ciLower = ci[1], ciUpper = ci[2], df = nu, n = n)
      # svyratio() has no design effect for replicate weights and for some designs of unequal probabilities.
      # svytotal() of one leaves out the division by n in it (survey 4.1-1).
      if ((statistic == "ratio" && is.na(effect[i])) || (statistic == "total" && inherits(d, "pps"))) row else c(row, deff = effect[i], effectiveN = effective)
    })
  }
  if (!is.null(level)) {
    d$variables$.y <- as.numeric(data[[variables]] == level)
    if (naRm) {   # a calibrated design keeps the rows it leaves out, without weight
      d <- d[which(!is.na(d$variables$.y)), ]
      d$variables$.y[is.na(d$variables$.y)] <- 0
    }
    rows <- rows_of(if (statistic == "total") svytotal(~.y, d, deff = deff) else svymean(~.y, d, deff = deff))
    if (statistic == "proportion" && method == "none") rows[[1]] <- rows[[1]][!names(rows[[1]]) %in% c("ciLower", "ciUpper")]
    else if (statistic == "proportion" && !method %in% c("wald", "mean")) {
      rows[[1]][c("ciLower", "ciUpper")] <- proportion_limits(d, method, confidence, nu)
    }
    return(rows)
  }
  f <- reformulate(variables)
  switch(statistic,
    mean = , proportion = rows_of(svymean(f, d, na.rm = naRm, deff = deff)),
    total = rows_of(svytotal(f, d, na.rm = naRm, deff = deff)),
    ratio = rows_of(svyratio(reformulate(variables[1]), reformulate(variables[2]), d, na.rm = naRm,
                             deff = if (inherits(d, "svyrep.design")) FALSE else deff)),
    quantile = {
      q <- svyquantile(f, d, probs, alpha = 1 - confidence, interval.type = if (method == "wald") "mean" else method,
                       qrule = rule, na.rm = naRm, df = nu)[[1]]
      lapply(seq_along(probs), function(i) c(estimate = q[i, 1], se = q[i, 4], ciLower = q[i, 2], ciUpper = q[i, 3], df = nu,
                                               deff = NA, n = n))
    },
    variance = { s <- svyvar(f, d, na.rm = naRm); rows_of(structure(as.numeric(coef(s)), var = as.matrix(SE(s)^2), class = "svystat")) },
    kappa = rows_of(svykappa(f, d)),
    alpha = list(c(estimate = as.numeric(svycralpha(f, d, na.rm = naRm)), se = NA, ciLower = NA, ciUpper = NA, df = nu,
                   deff = NA, n = n)))
}

# Rubin's rules over several columns that stand for one variable; its value is called pv.
imputed <- function(request, statistic, columns, value = quote(pv), subset = NULL, confidence = 0.95) {
  keep("estimate", request, {
    d <- where(design, subset)
    each <- lapply(columns, function(column) {
      d$variables$pv <- d$variables[[column]]
      d$variables$pv <- as.numeric(eval(value, d$variables))
      if (statistic == "total") svytotal(~pv, d) else svymean(~pv, d)
    })
    e <- vapply(each, function(s) coef(s)[[1]], 0)
    within <- mean(vapply(each, function(s) vcov(s)[[1]], 0))
    between <- var(e)
    m <- length(e)
    r <- (1 + 1 / m) * between / within
    df <- (m - 1) * (1 + 1 / r)^2
    se <- sqrt(within + (1 + 1 / m) * between)
    ci <- limits(mean(e), se, df, confidence)
    list(c(estimate = mean(e), se = se, ciLower = ci[1], ciUpper = ci[2], df = df, deff = NA, n = answered(d, columns),
           fractionMissingInfo = (r + 2 / (df + 3)) / (r + 1), varianceWithin = within, varianceBetween = between))
  })
}

# Kitagawa's decomposition of a change into composition and rates: smooth functions of the totals by category.
decomposition <- function(request, over, from, to, by, variable, level = NULL, subset = NULL, naRm = FALSE, confidence = 0.95,
                          df = NULL) {
  keep("decomposition", request, {
    whole <- where(design, subset)
    data <- whole$variables
    y <- if (is.null(level)) as.numeric(data[[variable]]) else as.numeric(data[[variable]] == level)
    asked <- data[[over]] %in% c(from, to) & weights(whole, "sampling") != 0
    used <- asked & complete.cases(data[by], y)
    if (!naRm && any(asked & !used)) stop("missing values")
    grid <- cells(whole, by)
    inside <- lapply(seq_len(nrow(grid)), function(i) used & Reduce(`&`, lapply(by, function(v) data[[v]] %in% grid[i, v])))
    inside <- inside[vapply(inside, any, TRUE)]
    k <- length(inside)
    first <- data[[over]] %in% from
    columns <- function(of) sapply(inside, function(i) ifelse(i, of, 0))
    x <- cbind(columns(first), columns(!first), columns(ifelse(first & used, y, 0)), columns(ifelse(!first & used, y, 0)))
    shares <- function(t) {
      n1 <- t[1:k]; n2 <- t[k + 1:k]
      list(p1 = n1 / sum(n1), p2 = n2 / sum(n2), r1 = t[2 * k + 1:k] / n1, r2 = t[3 * k + 1:k] / n2)
    }
    parts <- function(t) with(shares(t), {
      composition <- (p2 - p1) * (r1 + r2) / 2
      rate <- (r2 - r1) * (p1 + p2) / 2
      c(sum(composition) + sum(rate), sum(composition), sum(rate), composition, rate)
    })
    total <- if (inherits(whole, "svyrep.design")) svytotal(x, whole, return.replicates = TRUE) else svytotal(x, whole)
    t0 <- as.numeric(coef(total))
    e <- parts(t0)
    v <- if (inherits(whole, "svyrep.design")) {
      svrVar(t(apply(as.matrix(total$replicates), 1, parts)), whole$scale, whole$rscales, mse = whole$mse, coef = e)
    } else {   # derivatives by a step into the complex plane, exact to the last digit
      slope <- sapply(seq_along(t0), function(j) Im(parts(t0 + 1i * 1e-30 * (seq_along(t0) == j))) / 1e-30)
      slope %*% as.matrix(vcov(total)) %*% t(slope)
    }
    se <- sqrt(pmax(diag(as.matrix(v)), 0))
    nu <- if (is.null(df)) degf(whole[which(used), ]) else df
    s <- shares(t0)
    n <- vapply(inside, sum, 0)
    lapply(seq_along(e), function(i) {
      ci <- limits(e[i], se[i], nu, confidence)
      category <- if (i > 3) (i - 4) %% k + 1
      c(estimate = e[i], se = se[i], ciLower = ci[1], ciUpper = ci[2], df = nu, deff = NA,
        n = if (i > 3) n[category] else sum(n),
        if (i == 1) c(rateFrom = sum(s$p1 * s$r1), rateTo = sum(s$p2 * s$r2)),
        if (i > 3) c(shareFrom = s$p1[category], shareTo = s$p2[category], rateFrom = s$r1[category], rateTo = s$r2[category]))
    })
  })
}

# Remembered for contrasts.
requests <- list()

estimate <- function(request, statistic, variables, level = NULL, by = character(), subset = NULL, naRm = FALSE, deff = TRUE,
                     method = "wald", confidence = 0.95, df = "design", probs = NULL, rule = "math", standard = identity) {
  requests[[request]] <<- list(statistic = statistic, variables = variables, level = level, by = by, subset = subset,
                               naRm = naRm, standard = standard, method = method, confidence = confidence)
  keep("estimate", request, {
    whole <- standard(where(design, subset))
    if (statistic == "proportion" && is.null(level)) whole$variables[[variables]] <- as.factor(whole$variables[[variables]])
    unlist(lapply(domains(whole, by), domain_rows, whole, statistic, variables, level, naRm, deff, method, confidence, df,
                  probs, rule), recursive = FALSE)
  })
}

# Estimates with their covariances, from the totals of numerators and denominators of all domains at once.
joint <- function(of) {
  q <- requests[[of]]
  whole <- q$standard(where(design, q$subset))
  data <- whole$variables
  used <- data[[q$variables[1]]]
  y <- if (!is.null(q$level)) cbind(as.numeric(used == q$level))
    else if (is.factor(used) || q$statistic == "proportion") sapply(levels(as.factor(used)), function(l) as.numeric(used == l))
    else if (q$statistic == "ratio") cbind(as.numeric(used)) else as.matrix(data[q$variables])
  x <- if (q$statistic == "ratio") as.numeric(data[[q$variables[2]]]) else rep(1, nrow(data))
  inside <- if (!length(q$by)) list(rep(TRUE, nrow(data))) else {
    grid <- cells(whole, q$by)
    lapply(seq_len(nrow(grid)), function(i) Reduce(`&`, lapply(q$by, function(v) data[[v]] %in% grid[i, v])))
  }
  positive <- weights(whole, "sampling") != 0
  complete <- complete.cases(y, x)
  tops <- bottoms <- NULL
  for (k in inside) if (any(k & positive & complete)) for (j in seq_len(ncol(y))) {
    ok <- if (q$naRm) k & complete else k
    tops <- cbind(tops, ifelse(ok, y[, j], 0))
    bottoms <- cbind(bottoms, ifelse(ok, x, 0))
  }
  m <- ncol(tops)
  if (q$statistic == "total") {
    total <- svytotal(tops, whole)
    e <- coef(total)
    v <- as.matrix(vcov(total))
  } else if (inherits(whole, "svyrep.design")) {   # every replicate has its own ratios
    total <- svytotal(cbind(tops, bottoms), whole, return.replicates = TRUE)
    e <- coef(total)[seq_len(m)] / coef(total)[m + seq_len(m)]
    each <- as.matrix(total$replicates)
    each <- each[, seq_len(m), drop = FALSE] / each[, m + seq_len(m), drop = FALSE]
    v <- as.matrix(svrVar(each, whole$scale, whole$rscales, mse = whole$mse, coef = e))
  } else {
    total <- svytotal(cbind(tops, bottoms), whole)
    top <- coef(total)[seq_len(m)]
    bottom <- coef(total)[m + seq_len(m)]
    e <- top / bottom
    slope <- cbind(diag(1 / bottom, m), diag(-top / bottom^2, m))
    v <- slope %*% as.matrix(vcov(total)) %*% t(slope)
  }
  names(e) <- paste0("e", seq_len(m))
  dimnames(v) <- list(names(e), names(e))
  list(stat = structure(e, var = v, statistic = "estimate", class = "svystat"), df = degf(whole))
}

p_value <- function(t, df, alternative) {
  switch(alternative, "two-sided" = 2 * pt(-abs(t), df), greater = pt(t, df, lower.tail = FALSE), less = pt(t, df))
}

contrast <- function(request, of, contrasts, null = 0, alternative = "two-sided", df = NULL, confidence = 0.95) {
  keep("test", request, {
    from <- joint(of)
    s <- svycontrast(from$stat, contrasts)
    e <- as.numeric(coef(s))
    se <- as.numeric(SE(s))
    nu <- if (is.null(df)) from$df else df
    ci <- limits(e, se, nu, confidence)
    list(c(estimate = e, se = se, statistic = (e - null) / se, df = nu, pValue = p_value((e - null) / se, nu, alternative),
           ciLower = ci[1], ciUpper = ci[2]))
  })
}

# Rows with an answer to all variables and a weight.
answered <- function(design, variables) sum(weights(design, "sampling") != 0 & complete.cases(design$variables[variables]))

table_test <- function(request, rows, columns, statistic = "F", subset = NULL) {
  keep("test", request, {
    d <- where(design, subset)
    s <- svychisq(reformulate(c(rows, columns)), d, statistic = statistic)
    p <- as.numeric(s$parameter)
    list(c(statistic = as.numeric(s$statistic), if (length(p)) c(df1 = p[1]), if (length(p) > 1) c(df2 = p[2]),
           pValue = as.numeric(s$p.value), n = answered(d, c(rows, columns))))
  })
}

group_test <- function(request, variable, group = NULL, subset = NULL) {
  keep("test", request, {
    d <- where(design, subset)
    s <- svyttest(reformulate(if (is.null(group)) "0" else group, variable), d)
    list(c(estimate = as.numeric(s$estimate), se = as.numeric(s$estimate / s$statistic), statistic = as.numeric(s$statistic), df = as.numeric(s$parameter),
           pValue = as.numeric(s$p.value), ciLower = s$conf.int[1], ciUpper = s$conf.int[2],
           n = answered(d, c(variable, group))))
  })
}

rank_test <- function(request, variable, group, test = "wilcoxon", subset = NULL) {
  keep("test", request, {
    d <- where(design, subset)
    s <- svyranktest(reformulate(group, variable), d, test = test)
    n <- answered(d, c(variable, group))
    # Of more than two groups R files the statistic under parameter, and the degrees of freedom under statistic.
    list(if (test == "KruskalWallis") c(statistic = as.numeric(s$parameter), df1 = as.numeric(s$statistic),
                                        df2 = as.numeric(s$ddf), pValue = as.numeric(s$p.value), n = n)
         else c(estimate = as.numeric(s$estimate), statistic = as.numeric(s$statistic), df = as.numeric(s$parameter),
                pValue = as.numeric(s$p.value), n = n))
  })
}

share_test <- function(request, variable, p, subset = NULL) {
  keep("test", request, {
    d <- where(design, subset)
    s <- svygofchisq(reformulate(variable), p = p, design = d, na.rm = TRUE)
    list(c(statistic = as.numeric(s$statistic), scale = as.numeric(s$parameter[1]), df1 = as.numeric(s$parameter[2]),
           pValue = as.numeric(s$p.value), n = answered(d, variable)))
  })
}

term_test <- function(request, model, terms, df = NULL) {
  keep("test", request, {
    s <- regTermTest(models[[model]], terms, method = "Wald", df = df)
    list(c(df1 = as.numeric(s$df), df2 = as.numeric(s$ddf), pValue = as.numeric(s$p), statistic = as.numeric(s$Ftest)))
  })
}

models <- list()
model <- function(request, formula, family, subset = NULL) {
  keep("model", request, {
    # svyglm() looks its arguments up where the formula was written.
    environment(formula) <- environment()
    part <- where(design, subset)
    start <- NULL
    for (again in 1:50) {   # from where it stopped, until the coefficients stay
      fit <- svyglm(formula, design = part, family = family, start = start, control = glm.control(epsilon = 1e-14, maxit = 200))
      if (!is.null(start) && max(abs(coef(fit) - start)) <= 1e-13 * max(abs(start))) break
      start <- coef(fit)
    }
    models[[request]] <<- fit
    df <- fit$df.residual
    b <- coef(fit)
    se <- sqrt(diag(vcov(fit)))
    lapply(seq_along(b), function(i) {
      ci <- limits(b[[i]], se[[i]], df, 0.95)
      c(estimate = b[[i]], se = se[[i]], t = b[[i]] / se[[i]], pValue = 2 * pt(-abs(b[[i]] / se[[i]]), df), ciLower = ci[1],
        ciUpper = ci[2], dfResidual = df)
    })
  })
}

# Who left items without an answer, and why. Items stand in the order in which they were asked where it matters what was reached.
item_nonresponse <- function(request, items, unknown = character(), reached = FALSE, subset = NULL, confidence = 0.95) {
  keep("itemNonresponse", request, {
    d <- where(design, subset)
    in_use <- weights(d, "sampling") != 0
    nu <- degf(d)
    why <- lapply(items, function(item) {
      reason <- d$variables[[paste0(".why.", item)]]
      if (is.null(reason)) reason <- ""
      ifelse(is.na(d$variables[[item]]), ifelse(reason == "", "not-answered", reason), "")
    })
    last <- Reduce(pmax, lapply(seq_along(items), function(k) ifelse(why[[k]] == "", k, 0)))
    share <- function(holds, of) {
      n <- sum(in_use & of)
      if (n == 0) return(c(estimate = NA, se = NA, n = 0))
      d$variables$.y <- as.numeric(holds)
      s <- svymean(~.y, d[which(of), ])
      ci <- limits(coef(s)[[1]], SE(s)[[1]], nu, confidence)
      c(estimate = coef(s)[[1]], se = SE(s)[[1]], ciLower = ci[1], ciUpper = ci[2], df = nu, deff = NA, n = n,
        count = sum(holds & in_use & of), unweighted = sum(holds & in_use & of) / n)
    }
    unlist(lapply(seq_along(items), function(k) {
      asked <- why[[k]] != "not-asked"
      open <- why[[k]] == "not-answered"
      c(list(share(why[[k]] == "", asked)),
        if (length(unknown)) list(share(why[[k]] == "" & as.character(d$variables[[items[k]]]) %in% unknown, asked)),
        list(share(why[[k]] == "refused", asked), share(open & (!reached | k <= last), asked)),
        if (reached) list(share(open & k > last, asked)),
        list(share(!asked, rep(TRUE, length(asked)))))
    }), recursive = FALSE)
  })
}

# Proportional odds, by Newton's method with exact derivatives; svyolr() takes its second derivatives by differences.
ordinal <- function(request, formula, subset = NULL) {
  keep("model", request, {
    d <- where(design, subset)
    frame <- model.frame(formula, d$variables, na.action = na.pass)
    w <- weights(d, "sampling")
    used <- complete.cases(frame) & w != 0
    x <- model.matrix(formula, frame)[, -1, drop = FALSE]
    x[!used, ] <- 0
    y <- ifelse(used, as.integer(model.response(frame)), 1)
    k <- nlevels(model.response(frame))
    step <- function(at) (col(matrix(0, length(y), k - 1)) == at) * 1
    upper <- cbind(-x, step(y))
    lower <- cbind(-x, step(y - 1))
    derivatives <- function(theta) {
      u <- ifelse(y == k, Inf, drop(upper %*% theta))
      l <- ifelse(y == 1, -Inf, drop(lower %*% theta))
      p <- plogis(u) - plogis(l)
      slope <- function(z) ifelse(is.finite(z), dlogis(z), 0)
      curve <- function(z) ifelse(is.finite(z), dlogis(z) * (1 - 2 * plogis(z)), 0)
      list(score = (slope(u) * upper - slope(l) * lower) / p, upper = curve(u) / p, lower = curve(l) / p)
    }
    information <- function(g, w) {
      crossprod(g$score, w * g$score) - crossprod(upper, w * g$upper * upper) + crossprod(lower, w * g$lower * lower)
    }
    fitted <- function(w) {
      below <- vapply(seq_len(k - 1), function(j) sum(w[used & y <= j]) / sum(w[used]), 0)
      theta <- c(rep(0, ncol(x)), qlogis(below))
      for (again in 1:100) {
        g <- derivatives(theta)
        change <- solve(information(g, w), colSums(w * g$score))
        theta <- theta + change
        if (max(abs(change)) <= 1e-14 * max(abs(theta))) break
      }
      theta
    }
    w[!used] <- 0
    theta <- fitted(w)
    v <- if (inherits(d, "svyrep.design")) vcov(withReplicates(d, function(w, data) fitted(ifelse(used, w, 0)))) else {
      g <- derivatives(theta)
      vcov(svytotal((g$score * used) %*% solve(information(g, w)), d))
    }
    df <- degf(d[which(used), ]) - ncol(x)
    lapply(seq_along(theta), function(i) c(estimate = theta[[i]], se = sqrt(v[i, i]), dfResidual = df))
  })
}

# Requests on each completed table, combined by Rubin's rules with the degrees of freedom of Barnard and Rubin.
over_completed <- function(variables, sets, run) {
  completed <- read.csv("imputed.csv", encoding = "UTF-8", na.strings = "", check.names = FALSE, colClasses = "character")
  original <- design
  collected <<- list()
  for (set in seq_len(sets)) {
    rows <- original$variables
    for (i in seq_along(variables)) {
      v <- variables[i]
      values <- completed[[(i - 1) * sets + set]][rows$.row]
      rows[[v]] <- if (is.factor(rows[[v]])) factor(values, levels = levels(rows[[v]]))
        else if (is.numeric(rows[[v]])) as.numeric(values) else values
    }
    design <<- original
    design$variables <<- if (exists("derived")) derived(rows) else rows
    run()
  }
  design <<- original
  all <- collected
  collected <<- NULL
  for (kind in names(all)) for (request in names(all[[kind]])) {
    each <- all[[kind]][[request]]
    if (length(unique(lengths(each))) == 1 && length(each[[1]])) keep(kind, request, lapply(seq_along(each[[1]]), function(i) combined(lapply(each, `[[`, i), kind, request)))
  }
}

combined <- function(rows, kind, request) {
  figure <- function(name) vapply(rows, function(row) row[[name]], 0)
  if (all(is.na(figure("estimate")))) return(rows[[1]])
  model <- kind == "imputed model"
  e <- mean(figure("estimate"))
  within <- mean(figure("se")^2)
  between <- var(figure("estimate"))
  m <- length(rows)
  r <- (1 + 1 / m) * between / within
  nu <- mean(figure(if (model) "dfResidual" else "df"))
  observed <- (nu + 1) / (nu + 3) * nu / (1 + r)
  df <- if (r == 0) observed else 1 / (1 / ((m - 1) * (1 + 1 / r)^2) + 1 / observed)
  se <- sqrt(within + (1 + 1 / m) * between)
  asked <- if (model) list(method = "wald", confidence = 0.95) else requests[[request]]
  ci <- if (asked$method == "logit" && e > 0 && e < 1) {
    plogis(limits(qlogis(e), se / (e * (1 - e)), df, asked$confidence))
  } else limits(e, se, df, asked$confidence)
  row <- c(estimate = e, se = se, df = df, ciLower = ci[1], ciUpper = ci[2], varianceWithin = within, varianceBetween = between,
           relativeIncrease = r, fractionMissingInfo = (r + 2 / (df + 3)) / (r + 1))
  if (model) c(row, t = e / se, pValue = 2 * pt(-abs(e / se), df), dfResidual = rows[[1]][["dfResidual"]])
  else c(row, deff = NA, n = round(mean(figure("n"))))
}
