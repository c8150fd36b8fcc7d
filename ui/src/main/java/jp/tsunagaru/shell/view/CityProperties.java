package jp.tsunagaru.shell.view;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What differs from city to city.
 *
 * @param name of the city
 * @param serviceName as on the terms of use
 * @param networkName of the network the service belongs to
 * @param mayor to whom applications are addressed
 * @param department that answers for the service
 * @param departmentPhone of the department
 * @param helpDeskPhone of the help desk (第13条)
 * @param helpDeskEmail of the help desk
 */
@ConfigurationProperties("tsunagaru.city")
public record CityProperties(
    String name,
    String serviceName,
    String networkName,
    String mayor,
    String department,
    String departmentPhone,
    String helpDeskPhone,
    String helpDeskEmail) {}
