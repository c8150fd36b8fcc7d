# Sourced after jdk.sh: sets maven to a Maven of at least 3.9, which reads POMs in parallel. An older
# installed one fetches it once as an ordinary artifact.
maven_version=3.9.16

installed_maven=$(command -v mvn 2>/dev/null || true)
if [ -z "$installed_maven" ]; then
  echo "Maven が見つかりません。Debian では apt-get install maven で入ります。" >&2
  exit 1
fi
case $("$installed_maven" -v 2>/dev/null | sed -n 's/^Apache Maven \([0-9]*\.[0-9]*\).*/\1/p') in
  3.9|4.*) maven=$installed_maven ;;
  *)
    maven=$root/.tools/apache-maven-$maven_version/bin/mvn
    if [ ! -x "$maven" ]; then
      echo "Maven $maven_version を用意しています。" >&2
      mkdir -p "$root/.tools"
      # The old Maven on the new JDK warns about its own libraries.
      export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
      (cd "$root/.tools" && "$installed_maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get \
        -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -Dtransitive=false)
      "$installed_maven" -q -B -f "$root/scripts/unpack-maven.xml" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -DoutputDirectory="$root/.tools"
      chmod +x "$maven"
    fi ;;
esac
