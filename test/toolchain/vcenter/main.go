// A vCenter on loopback for the end-to-end tests: prints one JSON line with its URL and ends on SIGTERM or
// when its standard input closes, so that it never outlives the test that started it.
package main

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"log"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/vmware/govmomi/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	model := simulator.VPX()
	defer model.Remove()
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true
	model.Service.Listen = &url.URL{Host: "127.0.0.1:0", User: url.UserPassword("tester", "simulated-password")}
	server := model.Service.NewServer()
	defer server.Close()
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{"url": server.URL.String(), "host": server.URL.Host}); err != nil {
		log.Fatal(err)
	}

	done := make(chan os.Signal, 1)
	signal.Notify(done, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		done <- syscall.SIGTERM
	}()
	<-done
}
