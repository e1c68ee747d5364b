-- wrk's figures as one line of key=value pairs; what it sends besides headers stands in the environment
wrk.method = os.getenv("BENCH_METHOD")
local body = os.getenv("BENCH_BODY")
if body ~= "" then wrk.body = body end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("frontdesk: requests=%d errors=%d micros=%d p50=%.3f p95=%.3f p99=%.3f\n",
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
