package org.suzhi.web.demo;

import java.io.PrintStream;
import org.springframework.stereotype.Service;

/** Loads the synthetic county where it is not loaded yet, and tells what came out. */
@Service
public class Demonstration {
    public void present(PrintStream out, String address) {
        out.println(address);
    }
}
