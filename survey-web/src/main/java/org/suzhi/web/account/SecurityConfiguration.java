package org.suzhi.web.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may do what over HTTP. Published results are public; everything else asks for a role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private static final String EMBED_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");

    /** The form engine compiles its XPath parser from WebAssembly; it holds no other right than to run its own files. */
    private static final String FORM_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self' data:; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** ODK's clients: HTTP Basic, no session, no cookies; the web form comes with its session cookie. */
    @Bean
    @Order(1)
    SecurityFilterChain machineChain(HttpSecurity http, PhoneKeys keys, Refusal refusal) throws Exception {
        MachineEntryPoint entryPoint = new MachineEntryPoint(refusal);
        return http.securityMatcher("/openrosa/**", "/api/**")
                .authorizeHttpRequests(r -> r.requestMatchers(
                                HttpMethod.GET, "/api/v1/indicators/**", "/api/v1/publications/*", "/api/v1/division")
                        .permitAll()
                        // The token in the address is all that a respondent has.
                        .requestMatchers("/api/v1/respond/**")
                        .permitAll()
                        .requestMatchers("/openrosa/**", "/api/v1/collect/**")
                        .hasAnyRole("SURVEYOR", "SUPERVISOR", "STATISTICIAN", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("STATISTICIAN", "ADMIN"))
                // A cookie alone cannot post here: OpenRosaHeader asks for a header that no foreign page can send.
                // Keys and contacts are made by JSON, which a foreign page cannot post either, nor send a DELETE.
                .csrf(c -> c.ignoringRequestMatchers("/openrosa/**", "/api/v1/collect/**", "/api/v1/respond/**"))
                .addFilterBefore(new KeyLogin(keys, refusal), BasicAuthenticationFilter.class)
                .httpBasic(b -> b.authenticationEntryPoint(entryPoint))
                .logout(l -> l.disable())
                // After a login the browser goes to a page, never back to what a page asked for.
                .requestCache(c -> c.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(entryPoint))
                .headers(h -> harden(h, PAGE_POLICY))
                .build();
    }

    /**
     * The form is a program without data: readable by all, so that it is there without a network and for respondents;
     * its API is not.
     */
    @Bean
    @Order(2)
    SecurityFilterChain formChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/collect/**", "/r/**", "/app/**")
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .headers(h -> {
                    harden(h, FORM_POLICY);
                    h.cacheControl(c -> c.disable());
                })
                .build();
    }

    /** Charts for other sites: the only pages that may stand in a frame. They hold nothing to press but a link. */
    @Bean
    @Order(3)
    SecurityFilterChain embedChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/embed/**")
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .headers(h -> {
                    harden(h, EMBED_POLICY);
                    h.frameOptions(f -> f.disable());
                })
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(r -> {
                    r.requestMatchers("/actuator/health/**").permitAll();
                    r.requestMatchers("/actuator/**").hasRole(Role.ADMIN.name());
                    // What has been done by a plan is public; loading the plan, entering values and their evidence is
                    // not.
                    r.requestMatchers("/division/data/**", "/division/values/**", "/division/evidence/**")
                            .hasAnyRole(Role.STATISTICIAN.name(), Role.ADMIN.name());
                    r.requestMatchers(HttpMethod.POST, "/division/**")
                            .hasAnyRole(Role.STATISTICIAN.name(), Role.ADMIN.name());
                    // Rows of single persons go along with a saved run.
                    r.requestMatchers("/workbench/**").hasAnyRole(Role.STATISTICIAN.name(), Role.ADMIN.name());
                    // What is published is for everybody; drafts are told apart by the page itself.
                    r.requestMatchers(
                                    HttpMethod.GET,
                                    "/publications",
                                    "/publications/{id:[0-9]+}",
                                    "/publications/{id:[0-9]+}/data.csv")
                            .permitAll();
                    for (Menu.Entry page : Menu.ENTRIES) {
                        if (!page.open()) {
                            r.requestMatchers(page.path(), page.path() + "/**").hasAnyRole(page.roleNames());
                        }
                    }
                    r.anyRequest().permitAll();
                })
                .formLogin(f -> f.loginPage("/login").defaultSuccessUrl("/collect"))
                .exceptionHandling(e -> e.authenticationEntryPoint(new PageEntryPoint()))
                .logout(l -> l.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessUrl("/"))
                .headers(h -> harden(h, PAGE_POLICY))
                .build();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(c -> c.policyDirectives(policy))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
