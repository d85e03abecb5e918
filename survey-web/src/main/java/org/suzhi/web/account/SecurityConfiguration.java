package org.suzhi.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may do what over HTTP. Published results are public; everything else asks for a role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
    /** Inline styles are what the form renderer's components set on themselves; scripts come from this server only. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
                    + "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
                    + "frame-ancestors 'none'; form-action 'self'";

    /** ODK's clients: HTTP Basic, no session, no cookies; the web form comes with its session cookie. */
    @Bean
    @Order(1)
    SecurityFilterChain machineChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/openrosa/**", "/api/**")
                .authorizeHttpRequests(r -> r.requestMatchers(HttpMethod.GET, "/api/v1/indicators/**")
                        .permitAll()
                        .requestMatchers("/openrosa/**", "/api/v1/collect/**")
                        .hasAnyRole("SURVEYOR", "SUPERVISOR", "STATISTICIAN", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("STATISTICIAN", "ADMIN"))
                // A cookie alone cannot post here: OpenRosaHeader asks for a header that no foreign page can send.
                .csrf(c -> c.ignoringRequestMatchers("/openrosa/**"))
                .httpBasic(Customizer.withDefaults())
                .exceptionHandling(e -> e.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), SecurityConfiguration::asksForJson))
                .headers(SecurityConfiguration::harden)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(r -> r.requestMatchers("/collect/**")
                        .hasAnyRole("SURVEYOR", "SUPERVISOR", "STATISTICIAN", "ADMIN")
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .permitAll())
                .formLogin(f -> f.loginPage("/login").defaultSuccessUrl("/collect"))
                .logout(l -> l.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessUrl("/"))
                .headers(SecurityConfiguration::harden)
                .build();
    }

    private static boolean asksForJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
