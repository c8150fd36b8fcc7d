# The application. PostgreSQL and Axon Server run beside it: see docker-compose.yml.
FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends maven \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN set -eu; root=/source; . scripts/jdk.sh; . scripts/maven.sh; \
  "$maven" -q -B -ntp -Dmaven.test.skip=true -pl ui -am package; \
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar ui/target/tsunagaru.jar extract --layers --destination /layers

FROM eclipse-temurin:25.0.3_9-jre-noble
# Printed forms need a Japanese TrueType font, JPEG 2000 inside DICOM is quick with libopenjp2, HEIC is shown with libheif; curl asks for
# the health.
RUN apt-get update \
  && apt-get install -y --no-install-recommends curl fontconfig fonts-ipaexfont libheif1 libheif-plugin-libde265 libopenjp2-7 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin tsunagaru \
  && install -d -o tsunagaru -g tsunagaru -m 700 /data /keys
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER tsunagaru
ENV TSUNAGARU_PORT=8080 \
  TSUNAGARU_DATA=/data \
  TSUNAGARU_AXON_SERVER= \
  TSUNAGARU_DATABASE= \
  TSUNAGARU_HEAP=1500m
# Keys lie apart from the data: their backup is another one (docs/operations/backup-and-restore.md).
VOLUME ["/data", "/keys"]
EXPOSE 8080
ENTRYPOINT ["/bin/sh", "-c", "exec java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx$TSUNAGARU_HEAP -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Duser.language=ja -Duser.country=JP -Duser.timezone=Asia/Tokyo -jar /app/tsunagaru.jar --server.port=$TSUNAGARU_PORT --tsunagaru.data=$TSUNAGARU_DATA --tsunagaru.keys.master=/keys/master.key --tsunagaru.proof.key=/keys/proof.key --tsunagaru.events.axon-server=$TSUNAGARU_AXON_SERVER --tsunagaru.database.url=$TSUNAGARU_DATABASE \"$@\"", "tsunagaru"]
