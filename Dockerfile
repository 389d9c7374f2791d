# The command alone, linked statically: docker run --rm -v "$PWD:/work:ro" hookproof validate captures
FROM rust:1.95-slim AS build
WORKDIR /hookproof
COPY . .
ARG PROFILE=release
# With a target named, the flag is for the command alone, and not for what runs at build time.
ENV RUSTFLAGS="-C target-feature=+crt-static"
RUN cargo install --path . --locked --profile "$PROFILE" --target "$(rustc --print host-tuple)" --root /installed

FROM scratch
COPY --from=build /installed/bin/hookproof /hookproof
WORKDIR /work
# Nobody: the command reads what everybody may read, and owns nothing.
USER 65534:65534
ENTRYPOINT ["/hookproof"]
CMD ["--help"]
