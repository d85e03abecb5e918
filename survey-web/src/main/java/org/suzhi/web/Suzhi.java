package org.suzhi.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.suzhi.web.command.SuzhiCommand;

/** The server application; its commands are in {@code command}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Suzhi {
    public static void main(String[] args) {
        int exit = SuzhiCommand.run(Suzhi.class, args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    @Bean
    java.time.Clock clock() {
        return java.time.Clock.system(java.time.ZoneId.of("Asia/Shanghai"));
    }
}
