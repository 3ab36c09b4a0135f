# Kinerja Graph: one word per chore. `make` alone lists them. Works in a folder whose name holds a space, since every
# path below is relative.
.DEFAULT_GOAL := help
.PHONY: help run install test check bench load torture screenshots vendor clean
PY := .venv/bin/python
ARGS ?=

help:
	@echo "Kinerja Graph:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: install ## pasang bila perlu, lalu layani di http://127.0.0.1:8000 (Ctrl-C untuk berhenti)
	@exec .venv/bin/kinerja run $(ARGS)

install: ## buat .venv dan pasang paket yang terkunci, hanya bila berubah
	@sh .ci/install

test: ## pasang alat pengembang, lalu jalankan semua uji pada Neo4j sungguhan
	@sh .ci/install dev,notebook
	@sh .ci/test $(ARGS)

check: ## ruff, mypy --strict, setiap kueri di-EXPLAIN, dokumentasi mutakhir
	@sh .ci/install dev,notebook
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict
	@$(PY) -m pytest tests/test_docs.py tests/test_queries.py

bench: ## ukur penelusuran pada 1 ribu dan 100 ribu kinerja
	@sh .ci/install dev,notebook
	@$(PY) -m benchmarks $(ARGS)

load: ## 200 pemakai sekaligus selama lima menit; ARGS="--seconds 30" untuk mencoba
	@sh .ci/install dev,notebook
	@$(PY) -m benchmarks.load $(ARGS)

torture: ## bunuh 500 kali, baca 100 ribu dokumen rusak, serang konsol; ARGS="--kills 20 --documents 2000 --statements 500" lebih singkat
	@sh .ci/install dev,notebook
	@$(PY) -m tests.faults $(ARGS)

screenshots: ## buat ulang gambar untuk README
	@sh .ci/install dev,notebook
	@$(PY) -m docs.screenshots $(ARGS)

vendor: ## bangun ulang pustaka peramban di service/web/static/vendor (perlu node 20; pemakai tidak)
	@cd tools/vendor && npm ci --no-audit --no-fund && npm run --silent build

clean: ## hapus .venv dan cache di folder ini; data tetap
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis kinerja_graph.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
