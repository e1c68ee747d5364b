# What a developer does. Each target's line of help stands behind its name.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: up down status logs ask infra build test isolation hostile lineage chaos fairness fuzz streams rolling freshness pool limits clients bench scale quality help

REPLICAS ?= 1
READ_REPLICAS ?= 0
SERVICE ?=
SCENARIO ?= search
SETS ?=

# The launcher is Java; only what comes before Java is shell.
launcher := deploy/local/target/frontdesk-local.jar
frontdesk = java_home=$$(./mvnw --java-home) && "$$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR -jar $(launcher)
launcher_sources := pom.xml contracts/pom.xml deploy/local/pom.xml $(shell find contracts/src/main deploy/local/src/main -type f)

up: $(launcher) ## start everything and ask a first question; REPLICAS=2 for two of each service, READ_REPLICAS=1 for a replica of PostgreSQL
	@$(frontdesk) up --replicas "$(REPLICAS)" --read-replicas "$(READ_REPLICAS)"

down: $(launcher) ## stop everything; the data stays
	@$(frontdesk) down

status: $(launcher) ## what runs, and where
	@$(frontdesk) status

logs: $(launcher) ## follow the services' logs; SERVICE=api-gateway for one
	@$(frontdesk) logs $(SERVICE)

ask: export QUESTION = $(value Q)
ask: $(launcher) ## ask the demo shop a question: make ask Q="How long is the warranty?"
	@$(frontdesk) ask "$$QUESTION"

infra: $(launcher) ## start PostgreSQL, Redis and Kafka only, and print where they are
	@$(frontdesk) infra

build: $(launcher) ## build the services, without tests
	@$(frontdesk) build

test: $(launcher) ## all checks and tests, on real PostgreSQL, Redis and Kafka
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B verify -Dsurefire.rerunFailingTestsCount=1

# What the tests of isolation are called, over all modules; `make test` contains them.
isolation_tests := TenantTablesTest,Cancelled*Test,RowLevelSecurityTest,TenantIsolationTest,OperationsOfADocumentTest,EveryGatewayRefusesTest,io.frontdesk.e2e.isolation.*Test

isolation: $(launcher) ## prove that tenants are apart, by every route there is, and print the counts
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='$(isolation_tests)' -Dfrontdesk.isolation.all=true -Dfrontdesk.rounds=100 \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'matrix:|Tests run:.* in |ERROR|BUILD'

DOCUMENTS ?= 300
KILLS ?= 30
chaos: $(launcher) ## publish documents while services, PostgreSQL and Kafka are killed, and compare what is searched with an undisturbed run
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='io.frontdesk.e2e.chaos.*Test' -Dfrontdesk.chaos.documents=$(DOCUMENTS) -Dfrontdesk.chaos.kills=$(KILLS) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'chaos:|Tests run:.* in |ERROR|BUILD'

fairness: $(launcher) ## publish 2,000 documents of one tenant, then one of another, and let tenants of several plans compete
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='FairTurnsTest,FairnessTest' -Dfrontdesk.fairness.documents=2000 \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'fairness:|claims |Tests run:.* in |ERROR|BUILD'

ROUNDS ?= 50
streams: $(launcher) ## let models, generation-services and gateways fail in the middle of answers, and have 200 ask the same at once: make streams ROUNDS=50
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='StreamsTest' -Dfrontdesk.streams.rounds=$(ROUNDS) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'streams:|Tests run:.* in |ERROR|BUILD'

freshness: $(launcher) ## edit a document again and again whose answers two gateways have in memory, and look for the old one: make freshness ROUNDS=50
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='FreshnessTest' -Dfrontdesk.freshness.rounds=$(ROUNDS) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'freshness:|Tests run:.* in |ERROR|BUILD'

rolling: $(launcher) ## stop and start all instances, one of each service at a time, ROUNDS times, under load, and kill one: make rolling ROUNDS=20
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='RollingRestartsTest' -Dfrontdesk.rolling.rounds=$(ROUNDS) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'rolling:|Tests run:.* in |ERROR|BUILD'

QUESTIONS ?= 2000
pool: $(launcher) ## ask questions of keys of language models that fail in every way, over two replicas, and print the counts per key
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='LlmPoolTest,RedisPickStoreTest,ChatPoolTest' -Dfrontdesk.pool.questions=$(QUESTIONS) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'pool:|affinity:|Tests run:.* in |ERROR|BUILD'

MINUTES ?= 3
limits: $(launcher) ## offer ten times a limit to two gateways for three minutes, and again while Redis is restarted and emptied, and print what was admitted
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='io.frontdesk.e2e.LimitsTest,io.frontdesk.gateway.admission.TwoGatewaysTest' -Dfrontdesk.windows=$(MINUTES) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'limits:|Tests run:.* in |ERROR|BUILD'

clients: $(launcher) ## have OpenAI's own clients for Java, Node and Python ask the suite; npm, python3 and their registries are needed
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='OpenAiClient*Test' -Dfrontdesk.clients.python=true \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'Tests run:.* in |ERROR|BUILD'

FUZZ_ROUNDS ?= 1
SEED ?=
fuzz: $(launcher) ## ask every operation what it does not expect, with a fuzz of ours and, where pip finds it, Schemathesis: make fuzz FUZZ_ROUNDS=3 SEED=1
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest='io.frontdesk.e2e.fuzz.*Test' -Dfrontdesk.fuzz.rounds=$(FUZZ_ROUNDS) $(if $(SEED),-Dfrontdesk.fuzz.seed=$(SEED)) \
	  verify -pl deploy/e2e -am | grep --line-buffered -E 'fuzz:|Tests run:.* in |ERROR|BUILD'

hostile: ## have every hostile document parsed, and print how each ended, its time, and the service's memory
	@./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest=HostileDocumentsTest -Dfrontdesk.hostile.all=true \
	  verify -pl ingestion-service -am | grep --line-buffered -E '^hostile:|Tests run:.* in |ERROR|BUILD'

lineage: $(launcher) ## edit a document among those that 1,000 answers were made of, and compare what is taken away with what has to be
	@$(frontdesk) test-infra
	@trap '$(frontdesk) test-infra stop' EXIT; ./mvnw -B -Dquick -Dsurefire.failIfNoSpecifiedTests=false -Dtest=LineageTest -Dfrontdesk.lineage.answers=1000 \
	  verify -pl retrieval-service -am | grep --line-buffered -E '^lineage:|Tests run:.* in |ERROR|BUILD'

bench: ## measure the running suite: make bench SCENARIO=answer (search, retrieval, answer, answers, cached, openai, bulk, edge, floor, identity, ingestion, overload, recovery, memory)
	@./mvnw -B -q -Dquick -DskipTests package -pl load-tests/bare-quarkus,load-tests/bench,retrieval-service -am
	@java_home=$$(./mvnw --java-home) && "$$java_home/bin/java" -jar load-tests/bench/target/frontdesk-bench.jar $(SCENARIO)

CHUNKS ?= 200000
scale: export CHUNKS := $(CHUNKS)
scale: ## measure tenants of all sizes in one large index, without the suite: make scale CHUNKS=1000000
	@./mvnw -B -q -Dquick -DskipTests package -pl retrieval-service,load-tests/bench -am
	@java_home=$$(./mvnw --java-home) && "$$java_home/bin/java" -jar load-tests/bench/target/frontdesk-bench.jar scale --rounds 3

SETS ?=
quality: up ## start the suite, ask it the questions of published FAQs, and print how well it finds their answers, cites and refuses; SETS=all for more
	@./mvnw -B -q -Dquick -DskipTests package -pl load-tests/quality -am
	@java_home=$$(./mvnw --java-home) && "$$java_home/bin/java" -jar load-tests/quality/target/frontdesk-quality.jar $(SETS)

$(launcher): $(launcher_sources)
	@echo "  launcher     ./mvnw package -pl deploy/local"
	@./mvnw -B -q -Dquick -DskipTests package -pl deploy/local -am
	@touch $@

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18
