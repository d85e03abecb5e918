package org.suzhi.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Suzhi {
    public static void main(String[] args) {
        SpringApplication.run(Suzhi.class, args);
    }
}
