package org.suzhi.web.publication.page;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.suzhi.web.language.KeptParameters;
import org.suzhi.web.publication.PublishedSeries;

/** The public pages over made-up numbers, without database and security: {@code LookApp [waves] [verdict] [port]}. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@Import({DashboardController.class, ContributionPages.class, DrawnPages.class, RenderedCharts.class, LookApp.Web.class})
class LookApp {
    public static void main(String[] args) {
        PublishedSeries series = MadeUpSeries.waves(
                args.length > 0 ? Integer.parseInt(args[0]) : 5, args.length > 1 ? args[1] : "likely_met", 0.666);
        start(series, args.length > 2 ? Integer.parseInt(args[2]) : 8098);
    }

    static ConfigurableApplicationContext start(PublishedSeries series, int port) {
        return new SpringApplicationBuilder(LookApp.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("publications", MadeUpSeries.publishing(series));
                    context.getBeanFactory().registerSingleton("parts", MadeUpParts.of(series));
                })
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--spring.mvc.problemdetails.enabled=false");
    }

    static class Web implements WebMvcConfigurer {
        @Bean
        LocaleResolver localeResolver() {
            CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
            resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            return resolver;
        }

        /** As strict as the pages allow, so that what breaks it is seen. */
        @Bean
        Filter contentPolicy() {
            return (request, response, chain) -> {
                ((HttpServletResponse) response).setHeader("Content-Security-Policy", "default-src 'self'");
                chain.doFilter(request, response);
            };
        }

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addViewController("/login").setViewName("login");
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            LocaleChangeInterceptor language = new LocaleChangeInterceptor();
            language.setParamName("lang");
            language.setIgnoreInvalidLocale(true);
            registry.addInterceptor(language);
            registry.addInterceptor(new KeptParameters());
        }
    }
}
