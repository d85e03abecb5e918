package org.suzhi.web.extract.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.suzhi.microdata.Extract;
import org.suzhi.web.extract.ExtractFiles;
import org.suzhi.web.extract.Stack;
import org.suzhi.web.extract.WaveExtract;

/** The last few stacks of waves. */
final class KeptStacks {
    private static final int KEPT = 3;
    private final Map<List<String>, CompletableFuture<WaveExtract>> stacks = new LinkedHashMap<>(8, 0.75f, true);

    /**
     * The rows of waves under each other, begun where nobody has.
     *
     * @param byYear the rows of each wave, the oldest first
     */
    synchronized CompletableFuture<WaveExtract> of(
            Map<Integer, WaveExtract> byYear, ExtractFiles files, Executor executor) {
        List<String> key = byYear.values().stream().map(WaveExtract::sha256).toList();
        CompletableFuture<WaveExtract> stack =
                stacks.computeIfAbsent(key, k -> CompletableFuture.supplyAsync(() -> stacked(byYear, files), executor));
        if (stacks.size() > KEPT) {
            forgetEldest(files);
        }
        return stack;
    }

    private void forgetEldest(ExtractFiles files) {
        List<String> eldest = stacks.keySet().iterator().next();
        CompletableFuture<WaveExtract> stack = stacks.remove(eldest);
        if (stack != null) {
            var unused = stack.thenAccept(rows -> files.remove(rows.sha256()));
        }
    }

    private static WaveExtract stacked(Map<Integer, WaveExtract> byYear, ExtractFiles files) {
        Map<Integer, Extract> tables = new LinkedHashMap<>();
        byYear.forEach((year, rows) -> tables.put(year, rows.table()));
        Extract table = Stack.of(tables);
        int received = byYear.values().stream().mapToInt(WaveExtract::received).sum();
        return new WaveExtract(table, received, files.write(table));
    }
}
