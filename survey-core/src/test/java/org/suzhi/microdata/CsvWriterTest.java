package org.suzhi.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    private static final Extract EXTRACT = Extract.builder()
            .numeric("weight", new double[] {1, 0.1, 1e-7, Double.NaN})
            .column("town, ship", CategoryColumn.copyOf(List.of("城关", "a \"b\", c", "x\ny"), new int[] {0, 1, 2, -1}))
            .build();

    private static byte[] csv(Extract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(extract, out);
        return out.toByteArray();
    }

    /** The hashes of stored runs are over these bytes. */
    @Test
    void bytesStayAsTheyAre() throws IOException {
        assertThat(new String(csv(EXTRACT), StandardCharsets.UTF_8)).isEqualTo("""
                weight,"town, ship"
                1,城关
                0.1,"a ""b"", c"
                1.0E-7,"x
                y"
                ,
                """);
    }

    @Test
    void theReaderGivesTheSameExtractAgain() throws IOException {
        byte[] first = csv(EXTRACT);
        assertThat(csv(CsvReader.read("again", first.clone()))).isEqualTo(first);
    }
}
